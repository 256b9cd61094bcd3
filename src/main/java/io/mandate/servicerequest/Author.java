package io.mandate.servicerequest;

import io.mandate.identity.Role;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.Administrator;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.PartnerStaff;
import org.springframework.security.access.AccessDeniedException;

/** A person who says something about a service request, and for which side. */
public record Author(Side side, EmailAddress address, String name) {

    /** Somebody of the partner's staff. */
    public static Author of(PartnerStaff staff) {
        return new Author(Side.PARTNER, staff.address(), staff.name());
    }

    /** An administrator of the customer. */
    public static Author of(Administrator administrator) {
        return new Author(Side.CUSTOMER, administrator.address(), administrator.name());
    }

    /** Who is signed in, as one of the provider's support. Throws {@link AccessDeniedException} for anybody else. */
    public static Author ofSupport(SignedIn person) {
        if (person.role() != Role.SUPPORT) {
            throw new AccessDeniedException("Only the provider's support may do this");
        }
        return new Author(Side.SUPPORT, EmailAddress.of(person.username()), person.displayName());
    }
}
