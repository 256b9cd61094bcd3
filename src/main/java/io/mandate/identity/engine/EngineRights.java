package io.mandate.identity.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;

import io.mandate.identity.Groups;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine's web apps, made at start where it is missing. Partners may start an invitation
 * and see the tasks that are offered to them, which are all that the shared filter shows; they may read no instance. Auditors
 * may read everything in Cockpit, and nothing else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngineRights implements ApplicationRunner {

    /** A member of the administrators' group that nobody can be: while there is one, the engine lets nobody make one. */
    static final String KEEPER = "mandate";

    private final AuthorizationService authorizations;
    private final SharedFilter filter;
    private final EngineUsers users;
    private final SetUpLock lock;

    EngineRights(AuthorizationService authorizations, SharedFilter filter, EngineUsers users, SetUpLock lock) {
        this.authorizations = authorizations;
        this.filter = filter;
        this.users = users;
        this.lock = lock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.run(() -> {
            Set.of(Groups.PARTNERS, Groups.CUSTOMERS, Groups.SUPPORT, Groups.AUDITORS, Groups.PROCESS_OWNERS)
                    .forEach(users::keepGroup);
            for (Resource resource : Resources.values()) {
                grant(Groups.PROCESS_OWNERS, resource, "*", ALL);
                Permission[] reading = reading(resource);
                if (reading.length > 0) {
                    grant(Groups.AUDITORS, resource, "*", reading);
                }
            }
            grant(Groups.AUDITORS, Resources.APPLICATION, "cockpit", ACCESS);
            String shared = filter.id();
            for (String group : Set.of(Groups.PARTNERS, Groups.CUSTOMERS, Groups.SUPPORT)) {
                grant(group, Resources.APPLICATION, "tasklist", ACCESS);
                grant(group, Resources.FILTER, shared, READ);
            }
            grant(Groups.PARTNERS, Resources.PROCESS_DEFINITION, "invitation", READ, CREATE_INSTANCE);
            grant(Groups.PARTNERS, Resources.PROCESS_INSTANCE, "*", CREATE);
        });
        users.keep(KEEPER, "Mandate", Set.of(Groups.PROCESS_OWNERS));
    }

    /** All permissions that let somebody read something of this resource. */
    private static Permission[] reading(Resource resource) {
        return Stream.of(ResourceTypeUtil.getPermissionsByResourceType(resource.resourceType()))
                .filter(permission -> permission.getName().startsWith(READ.getName()))
                .filter(permission -> List.of(permission.getTypes()).contains(resource))
                .toArray(Permission[]::new);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        boolean present = authorizations.createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!present) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.setPermissions(permissions);
            authorizations.saveAuthorization(grant);
        }
    }
}
