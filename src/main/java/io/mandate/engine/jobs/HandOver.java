package io.mandate.engine.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.transaction.support.TransactionSynchronization;

/** The new jobs of one transaction, which go to the workers when it is committed: those of one instance one after the other. */
final class HandOver implements TransactionSynchronization {

    private final NodeJobExecutor node;
    private final ProcessEngineImpl engine;
    private final Map<String, List<String>> batches = new LinkedHashMap<>();

    HandOver(NodeJobExecutor node, ProcessEngineImpl engine) {
        this.node = node;
        this.engine = engine;
    }

    /** Whether it goes to a worker that the transaction was promised before. */
    boolean hasBatch(JobEntity job) {
        return batches.containsKey(batch(job));
    }

    void add(JobEntity job) {
        batches.computeIfAbsent(batch(job), one -> {
            node.promise(1);
            return new ArrayList<>();
        }).add(job.getId());
    }

    private static String batch(JobEntity job) {
        return job.isExclusive() && job.getProcessInstanceId() != null ? job.getProcessInstanceId() : job.getId();
    }

    boolean holds(JobEntity job) {
        return batches.getOrDefault(job.getProcessInstanceId(), List.of()).contains(job.getId());
    }

    /** What the workers have no room for after all is free for every node. */
    @Override
    public void afterCommit() {
        List<String> rejected = new ArrayList<>();
        batches.values().stream().filter(jobs -> !node.begin(jobs, engine, true)).forEach(rejected::addAll);
        if (!rejected.isEmpty()) {
            node.giveBack(rejected);
        }
    }

    @Override
    public void afterCompletion(int status) {
        node.promise(-batches.size());
    }
}
