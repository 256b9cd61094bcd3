package io.mandate.relationship;

/** A person who acts for a partner. */
public record PartnerStaff(String partnerId, EmailAddress address, String name) {}
