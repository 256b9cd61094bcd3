package io.mandate.engine.upgrade;

import static java.util.stream.Collectors.toMap;

import io.mandate.engine.ReplacedModels;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A test of nodes that follow each other on one PostgreSQL. Each of them is what it is to the others: a row, its files, and what it
 * does when it comes, looks around and leaves. The first has the packaged files.
 */
@ServiceTest
@Import(Lifecycle.class)
@TestPropertySource(properties = {"mandate.test.database=postgresql", "mandate.test.check=30d"})
abstract class UpgradeTest {

    static final Duration SILENCE = Duration.ofMinutes(1);

    @Autowired Lifecycle life;
    @Autowired ProcessEngine engine;
    @Autowired JdbcClient jdbc;
    @Autowired MoveRegister register;
    @Autowired NodeRegister nodes;
    @Autowired ReplacedModels models;
    @Autowired DeployedFiles deployed;
    @Autowired Deployer deployer;
    @Autowired KnownDeployments known;
    @Autowired ProcessEngineConfigurationImpl configuration;
    @Autowired PlatformTransactionManager transactions;
    @LocalServerPort int port;

    final AtomicLong nanos = new AtomicLong();
    OneNode first;

    /** A node, driven by the test. */
    final class OneNode {

        final ThisNode self;
        final Rollout rollout;
        final Mover mover;
        final Watch watch = new Watch(SILENCE, nanos::get);

        OneNode(String name, String version, Map<String, byte[]> files) {
            self = new ThisNode(name, version, files);
            rollout = new Rollout(self, nodes, deployed, deployer, known, signs(() -> { }), transactions);
            mover = new Mover(self, nodes, deployed, register, configuration, transactions);
        }

        OneNode come() {
            rollout.come();
            watch.begin();
            return this;
        }

        /** What each beat does; false where the others went on without it. */
        boolean beat() {
            if (!nodes.seen(self)) {
                return false;
            }
            watch.goOn();
            rollout.deployOnceAllAgree(watch);
            mover.look(known.refresh());
            return true;
        }

        void leave() {
            nodes.leave(self);
        }
    }

    /** In which time passes at once, and with each second happens what the test says. */
    LastSigns signs(Runnable meanwhile) {
        return new LastSigns(nodes, SILENCE, nanos::get, look -> Stream.generate(() -> {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            meanwhile.run();
            return look.get();
        }).flatMap(Optional::stream).findFirst().orElseThrow());
    }

    @BeforeEach
    void the_first_node_runs(@Autowired Partners partners, @Autowired Accounts accounts) {
        People.join(partners, accounts);
        TestMail.acceptAll();
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        jdbc.sql("delete from node").update();
        first = new OneNode("one:8080", "1.0.0", models.files()).come();
        first.beat();
        first.beat();
        moved();
    }

    @AfterEach
    void clock() {
        ClockUtil.reset();
        jdbc.sql("delete from node").update();
    }

    /** The packaged files, some of them with something else instead of what they hold: pairs of what to look for and what to put there. */
    Map<String, byte[]> changed(Map<String, List<String>> changes) {
        return models.files().entrySet().stream().collect(toMap(Map.Entry::getKey, file -> {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            List<String> pairs = changes.getOrDefault(file.getKey(), List.of());
            for (int pair = 0; pair < pairs.size(); pair += 2) {
                if (!text.contains(pairs.get(pair))) {
                    throw new IllegalArgumentException(file.getKey() + " does not hold " + pairs.get(pair));
                }
                text = text.replace(pairs.get(pair), pairs.get(pair + 1));
            }
            return text.getBytes(StandardCharsets.UTF_8);
        }));
    }

    /** A node with these files takes the place of the first, and instances are moved. */
    OneNode upgraded(Map<String, byte[]> files) {
        OneNode next = new OneNode("two:8080", "2.0.0", files).come();
        first.leave();
        next.beat();
        next.beat();
        moved();
        next.beat();
        return next;
    }

    /** Runs what the batches have to do, until they are over; nothing else. */
    void moved() {
        for (List<Job> due = jobsOfBatches(); !due.isEmpty(); due = jobsOfBatches()) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private List<Job> jobsOfBatches() {
        return engine.getManagementService().createJobQuery().list().stream()
                .filter(job -> job.getProcessDefinitionId() == null && job.getRetries() > 0)
                .filter(job -> engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId())
                        .count() > 0)
                .filter(job -> isOfBatch(job.getJobDefinitionId())).toList();
    }

    private boolean isOfBatch(String definition) {
        return engine.getManagementService().createBatchQuery().list().stream().anyMatch(batch -> List.of(
                batch.getSeedJobDefinitionId(), batch.getMonitorJobDefinitionId(), batch.getBatchJobDefinitionId()).contains(definition));
    }

    ProcessInstance instance(String process, Request request) {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(process)
                .processInstanceBusinessKey(request.relationshipId().toString()).singleResult();
    }

    int version(String process, Request request) {
        return engine.getRepositoryService().getProcessDefinition(instance(process, request).getProcessDefinitionId()).getVersion();
    }

    int newest(String process) {
        return engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey(process).latestVersion().singleResult().getVersion();
    }

    /** When each timer of an instance is due, by its element. */
    Map<String, Date> dates(ProcessInstance instance) {
        Map<String, Date> dates = new TreeMap<>();
        engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).timers().list().forEach(job ->
                dates.put(engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId())
                        .singleResult().getActivityId(), job.getDuedate()));
        return dates;
    }
}
