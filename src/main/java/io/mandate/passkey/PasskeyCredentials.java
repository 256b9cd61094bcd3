package io.mandate.passkey;

import io.mandate.relationship.Columns;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/**
 * The passkeys. Reading is Spring Security's; its one way of saving, which adds what is not there and overwrites what is, is split
 * into adding and using, each one statement that changes nothing where something else happened meanwhile.
 */
@Repository
class PasskeyCredentials {

    private final JdbcUserCredentialRepository stored;
    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyCredentials(JdbcOperations operations, JdbcClient jdbc, Clock clock) {
        this.stored = new JdbcUserCredentialRepository(operations);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** For a ceremony that adds a passkey. */
    UserCredentialRepository adding() {
        return repository(stored::findByCredentialId, this::add);
    }

    /** For a ceremony that uses a passkey. An unknown one is refused here: this Spring Security does not look. */
    UserCredentialRepository using() {
        return repository(id -> Optional.ofNullable(stored.findByCredentialId(id))
                .orElseThrow(() -> new PasskeyRefusedException("There is no such passkey")), this::used);
    }

    /** Those of an owner, the oldest first. */
    List<Passkey> of(PasskeyUser user) {
        return stored.findByUserId(user.handle()).stream()
                .map(one -> new Passkey(one.getCredentialId().toBase64UrlString(), one.getLabel(), one.getCreated(), one.getLastUsed(),
                        one.isBackupEligible()))
                .sorted(Comparator.comparing(Passkey::addedAt)).toList();
    }

    /** Removes one of this owner; false where it is none of theirs. */
    boolean remove(PasskeyUser user, String id) {
        return jdbc.sql("delete from user_credentials where credential_id = :id and user_entity_user_id = :user")
                .param("id", id).param("user", user.handle().toBase64UrlString()).update() == 1;
    }

    private void add(CredentialRecord one) {
        Instant now = clock.instant();
        int added = jdbc.sql("""
                        insert into user_credentials (credential_id, user_entity_user_id, public_key, signature_count, uv_initialized,
                            backup_eligible, authenticator_transports, public_key_credential_type, backup_state, attestation_object,
                            attestation_client_data_json, created, last_used, label)
                        values (:id, :user, :key, :count, :verified, :eligible, :transports, :type, :backup, :attestation, :client,
                            :now, :now, :label)
                        on conflict do nothing
                        """)
                .param("id", one.getCredentialId().toBase64UrlString())
                .param("user", one.getUserEntityUserId().toBase64UrlString())
                .param("key", one.getPublicKey().getBytes())
                .param("count", one.getSignatureCount())
                .param("verified", one.isUvInitialized())
                .param("eligible", one.isBackupEligible())
                .param("transports", one.getTransports().stream().map(AuthenticatorTransport::getValue).collect(Collectors.joining(",")))
                .param("type", one.getCredentialType().getValue())
                .param("backup", one.isBackupState())
                .param("attestation", one.getAttestationObject().getBytes())
                .param("client", one.getAttestationClientDataJSON().getBytes())
                .param("now", Columns.at(now))
                .param("label", one.getLabel())
                .update();
        if (added == 0) {
            throw new PasskeyRefusedException("This passkey is known already");
        }
    }

    /** Counts a use: forward only, except of devices that do not count at all; nothing where it was removed meanwhile. */
    private void used(CredentialRecord one) {
        int used = jdbc.sql("""
                        update user_credentials set signature_count = :count, last_used = :now
                        where credential_id = :id and user_entity_user_id = :user
                            and (signature_count < :count or (signature_count = 0 and :count = 0))
                        """)
                .param("count", one.getSignatureCount()).param("now", Columns.at(clock.instant()))
                .param("id", one.getCredentialId().toBase64UrlString())
                .param("user", one.getUserEntityUserId().toBase64UrlString()).update();
        if (used == 0) {
            throw new PasskeyRefusedException("This passkey was removed, or its counter went back");
        }
    }

    private UserCredentialRepository repository(Function<Bytes, CredentialRecord> finding, Consumer<CredentialRecord> saving) {
        return new UserCredentialRepository() {
            @Override
            public void save(CredentialRecord one) {
                saving.accept(one);
            }

            @Override
            public CredentialRecord findByCredentialId(Bytes id) {
                return finding.apply(id);
            }

            @Override
            public List<CredentialRecord> findByUserId(Bytes user) {
                return stored.findByUserId(user);
            }

            @Override
            public void delete(Bytes id) {
                throw new UnsupportedOperationException("Only an owner removes their own");
            }
        };
    }
}
