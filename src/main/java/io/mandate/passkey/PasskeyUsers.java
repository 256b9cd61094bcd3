package io.mandate.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/** Who has, or may get, passkeys. Spring Security's own repository knows names only; here staff and customers are apart. */
@Repository
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

    private static final String SELECT = "select handle, kind, address from passkey_user ";

    private final JdbcClient jdbc;

    PasskeyUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PasskeyUser> find(PasskeyOwner owner) {
        return jdbc.sql(SELECT + "where kind = :kind and address = :address")
                .param("kind", owner.kind().name()).param("address", owner.address())
                .query(PasskeyUsers::row).optional();
    }

    Optional<PasskeyUser> find(Bytes handle) {
        return jdbc.sql(SELECT + "where handle = :handle").param("handle", handle.toBase64UrlString())
                .query(PasskeyUsers::row).optional();
    }

    /** The owner, with a handle from now on. */
    PasskeyUser ensure(PasskeyOwner owner) {
        return find(owner).orElseGet(() -> {
            jdbc.sql("""
                            insert into passkey_user (handle, kind, address, account) values (:handle, :kind, :address, :account)
                            on conflict do nothing
                            """)
                    .param("handle", Bytes.random().toBase64UrlString()).param("kind", owner.kind().name())
                    .param("address", owner.address())
                    .param("account", owner.kind() == PasskeyOwner.Kind.STAFF ? owner.address() : null).update();
            return find(owner).orElseThrow();
        });
    }

    /** Locks the owner's row, so that what is done with their passkeys is done one after the other. */
    void lock(PasskeyUser user) {
        jdbc.sql("select handle from passkey_user where handle = :handle for update")
                .param("handle", user.handle().toBase64UrlString()).query(String.class).optional();
    }

    /** Forgets the owner, and all passkeys of theirs. */
    void forget(PasskeyOwner owner) {
        jdbc.sql("delete from passkey_user where kind = :kind and address = :address")
                .param("kind", owner.kind().name()).param("address", owner.address()).update();
    }

    /** Forgets all who speak for no customer any more and answer no request, with their passkeys. Those of staff go with the account. */
    void forgetOthers() {
        jdbc.sql("""
                        delete from passkey_user
                        where kind = 'CUSTOMER' and address not in (select address from administrator where removed_at is null)
                            and address not in (select address from proof where challenge_until is not null)
                        """)
                .update();
    }

    /** As the interface has it, null where there is none. */
    @Override
    public PublicKeyCredentialUserEntity findById(Bytes id) {
        return find(id).orElse(null);
    }

    /** By {@link PasskeyOwner#key}; as the interface has it, null where there is none. */
    @Override
    public PublicKeyCredentialUserEntity findByUsername(String key) {
        return find(PasskeyOwner.ofKey(key)).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("Owners get their handle before a device is asked");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("Owners are forgotten, see forget");
    }

    private static PasskeyUser row(ResultSet row, int number) throws SQLException {
        return new PasskeyUser(PasskeyOwner.Kind.valueOf(row.getString("kind")), row.getString("address"),
                Bytes.fromBase64(row.getString("handle")));
    }
}
