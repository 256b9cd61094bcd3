package io.mandate.identity.engine;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** People whose account was removed: the engine knows them from their last sign-in. */
@Component
public class RemovedUsers {

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final SetUpLock lock;

    RemovedUsers(IdentityService identities, AuthorizationService authorizations, SetUpLock lock) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.lock = lock;
    }

    /** Lets the engine forget everybody but these. */
    public void forget(Set<String> present) {
        lock.run(() -> identities.createUserQuery().list().stream().map(User::getId)
                .filter(one -> !one.equals(EngineRights.KEEPER) && !present.contains(one))
                .forEach(this::forget));
    }

    /** Lets the engine forget this one. */
    void forget(String user) {
        identities.deleteUser(user);
        authorizations.createAuthorizationQuery().userIdIn(user).list()
                .forEach(one -> authorizations.deleteAuthorization(one.getId()));
    }
}
