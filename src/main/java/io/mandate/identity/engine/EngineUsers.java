package io.mandate.identity.engine;

import io.mandate.identity.Groups;
import io.mandate.identity.SignedIn;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's own users in step: at every sign-in the person exists there, in exactly the groups of the account.
 * Nobody can sign in with an engine password, since none is known.
 */
@Component
class EngineUsers {

    private final IdentityService identities;
    private final SetUpLock lock;

    EngineUsers(IdentityService identities, SetUpLock lock) {
        this.identities = identities;
        this.lock = lock;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        SignedIn.of(event.getAuthentication())
                // Who has no account does not work in the web apps, or does so as somebody else.
                .filter(person -> !Groups.of(person).isEmpty())
                .ifPresent(person -> keep(person.username(), person.displayName(), Groups.of(person)));
    }

    /** Brings user and memberships up to date; a glance suffices where they are. */
    void keep(String username, String displayName, Set<String> groups) {
        if (isInStep(username, displayName, groups)) {
            return;
        }
        lock.run(() -> {
            keepUser(username, displayName);
            Set<String> missing = new HashSet<>(groups);
            for (String present : groupsOf(username)) {
                if (!missing.remove(present)) {
                    identities.deleteMembership(username, present);
                }
            }
            missing.forEach(group -> {
                keepGroup(group);
                identities.createMembership(username, group);
            });
        });
    }

    /** Brings somebody up to date whom the engine knows. */
    void keepKnown(String username, String displayName, Set<String> groups) {
        if (identities.createUserQuery().userId(username).count() > 0) {
            keep(username, displayName, groups);
        }
    }

    /** Makes the group where it is missing; for callers that hold the lock. */
    void keepGroup(String id) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(id);
            group.setType(id.equals(Groups.PROCESS_OWNERS) ? "SYSTEM" : "WORKFLOW");
            identities.saveGroup(group);
        }
    }

    private boolean isInStep(String username, String displayName, Set<String> groups) {
        User user = identities.createUserQuery().userId(username).singleResult();
        return user != null && displayName.equals(user.getFirstName()) && groups.equals(groupsOf(username));
    }

    private void keepUser(String username, String displayName) {
        User user = identities.createUserQuery().userId(username).singleResult();
        if (user == null) {
            user = identities.newUser(username);
            user.setPassword(UUID.randomUUID().toString() + UUID.randomUUID());
            user.setEmail(username);
            // The web apps show a missing last name as "null".
            user.setLastName("");
        }
        user.setFirstName(displayName);
        identities.saveUser(user);
    }

    private Set<String> groupsOf(String username) {
        return identities.createGroupQuery().groupMember(username).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }
}
