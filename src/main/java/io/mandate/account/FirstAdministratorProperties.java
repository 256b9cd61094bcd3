package io.mandate.account;

import io.mandate.catalog.Languages;
import io.mandate.identity.Account;
import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The process owner who is made at a start at which there is none.
 *
 * @param address their e-mail address; empty for nobody
 * @param name their name, as colleagues see it
 * @param language of the mails to them: en, es or de
 * @param password only from the environment or a file; without it a link is mailed by which they set it
 */
@Validated
@ConfigurationProperties("mandate.first-administrator")
public record FirstAdministratorProperties(
        @DefaultValue("") String address,
        @DefaultValue("") String name,
        @DefaultValue("en") String language,
        @DefaultValue("") String password) {

    /** Whether somebody is named. */
    boolean isNamed() {
        return !address.isBlank();
    }

    /** The address as a user name; throws where it is none, which no start gets past. */
    String username() {
        return StaffAddresses.username(address).orElseThrow();
    }

    @AssertTrue(message = "mandate.first-administrator.address: must be an e-mail address of letters a-z, digits and . _ + - before the @")
    boolean isAddressUsable() {
        return !isNamed() || StaffAddresses.username(address).filter(Account::isUsername).isPresent();
    }

    @AssertTrue(message = "mandate.first-administrator.name: must be given with the address, with at most 120 characters")
    boolean isNameUsable() {
        return !isNamed() || (!name.isBlank() && name.length() <= NewPerson.LONGEST_NAME && name.chars().noneMatch(Character::isISOControl));
    }

    @AssertTrue(message = "mandate.first-administrator.language: must be en, es or de")
    boolean isLanguageUsable() {
        return Languages.ALL.stream().anyMatch(one -> one.getLanguage().equals(language));
    }

    @AssertTrue(message = "mandate.first-administrator.password: must have 12 to 128 characters, and nothing of the name, the address or Mandate"
            + " in it, and must not be easy to guess; leave it out to have a link mailed by which it is set")
    boolean isPasswordUsable() {
        return !isNamed() || password.isEmpty() || new PasswordRules().problem("password", password, address, name).isEmpty();
    }

    @Override
    public String toString() {
        return "FirstAdministratorProperties[withheld]";
    }
}
