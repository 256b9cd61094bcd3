package io.mandate.mail;

/** The partner's organisation with the person who asks and that person's address. */
public record PartnerContact(String organisation, String person, String address) {}
