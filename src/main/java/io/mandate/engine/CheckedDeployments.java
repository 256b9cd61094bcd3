package io.mandate.engine;

import static java.util.stream.Collectors.toMap;

import io.mandate.engine.model.ModelCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * The first to see a deployment, whichever way it comes: at start, by the web apps' interface, as a repetition of an earlier
 * one. It refuses what breaks a rule, and with the transaction nothing of it remains.
 */
class CheckedDeployments implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            check(deployment);
        }
    }

    private static void check(DeploymentEntity deployment) {
        Map<String, byte[]> files = deployment.getResources().values().stream()
                .collect(toMap(ResourceEntity::getName, CheckedDeployments::content));
        List<String> problems = new ArrayList<>(ModelCheck.problems(files));
        if (deployment.getTenantId() != null) {
            problems.add(0, "Diagrams, tables and forms are deployed for everybody, not for a tenant");
        }
        if (!problems.isEmpty()) {
            throw new ModelsRefusedException(problems);
        }
    }

    private static byte[] content(ResourceEntity file) {
        return file.getBytes() == null ? new byte[0] : file.getBytes();
    }
}
