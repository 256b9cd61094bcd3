package io.mandate.identity;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/**
 * Gives Spring Security the account that belongs to a typed user name, for its password to be checked. One that is locked or
 * has no password is answered like one that is not there, and takes as long.
 */
@Component
class AccountLookup implements UserDetailsService, UserDetailsPasswordService {

    private final Accounts accounts;

    AccountLookup(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return accounts.find(username)
                .filter(account -> !account.locked() && account.passwordHash().isPresent())
                .map(account -> new AccountUser(account, SignInMethod.PASSWORD))
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    /** A hash of an older kind is replaced by one of the present kind when its password is known, which is now. */
    @Override
    public UserDetails updatePassword(UserDetails user, String hash) {
        accounts.rehash(user.getUsername(), user.getPassword(), hash);
        return user;
    }
}
