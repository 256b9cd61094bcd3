package io.mandate.engine.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionListener;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** The new jobs of one transaction, which go to the workers when it is committed: those of one instance one after the other. */
final class HandOver implements TransactionListener {

    private final NodeJobExecutor node;
    private final ProcessEngineImpl engine;
    private final Map<String, List<String>> batches = new LinkedHashMap<>();

    HandOver(NodeJobExecutor node, ProcessEngineImpl engine) {
        this.node = node;
        this.engine = engine;
    }

    void add(JobEntity job) {
        boolean one = job.isExclusive() && job.getProcessInstanceId() != null;
        batches.computeIfAbsent(one ? job.getProcessInstanceId() : job.getId(), instance -> new ArrayList<>()).add(job.getId());
    }

    boolean holds(JobEntity job) {
        return batches.getOrDefault(job.getProcessInstanceId(), List.of()).contains(job.getId());
    }

    @Override
    public void execute(CommandContext context) {
        batches.values().forEach(jobs -> node.handOver(jobs, engine));
    }
}
