package io.mandate.session.web;

import java.io.ObjectInputFilter;
import java.util.List;

/**
 * What may become an object out of a session that the database holds: what is kept in sessions, each class by its name, and
 * plain values. A class that is missing here is never loaded; whoever keeps something new in a session adds it.
 */
final class SessionTypes {

    static final List<String> NAMES = List.of(
            // plain values, and what holds them
            "java.lang.Boolean", "java.lang.Enum", "java.lang.Integer", "java.lang.Long", "java.lang.Number", "java.lang.String",
            "java.lang.Object", "java.time.Instant", "java.time.Ser", "java.util.Date", "java.util.Locale", "java.util.UUID",
            "java.util.ArrayList", "java.util.Arrays$ArrayList", "java.util.LinkedList", "java.util.CollSer",
            "java.util.HashMap", "java.util.LinkedHashMap", "java.util.TreeMap", "java.util.HashSet", "java.util.LinkedHashSet",
            "java.util.TreeSet", "java.util.Map$Entry",
            "java.util.concurrent.CopyOnWriteArrayList",
            "java.util.Collections$UnmodifiableCollection", "java.util.Collections$UnmodifiableList",
            "java.util.Collections$UnmodifiableRandomAccessList", "java.util.Collections$UnmodifiableSet",
            "java.util.Collections$UnmodifiableMap", "java.util.Collections$EmptyList", "java.util.Collections$EmptyMap",
            "java.util.Collections$EmptySet", "java.util.Collections$SingletonList",
            // who is signed in
            "io.mandate.identity.AccountUser", "io.mandate.identity.Role", "io.mandate.identity.SignInMethod",
            "io.mandate.identity.provider.ProviderUser",
            "org.springframework.security.core.context.SecurityContextImpl",
            "org.springframework.security.core.userdetails.User", "org.springframework.security.core.userdetails.User$AuthorityComparator",
            "org.springframework.security.core.authority.SimpleGrantedAuthority",
            "org.springframework.security.authentication.AbstractAuthenticationToken",
            "org.springframework.security.authentication.UsernamePasswordAuthenticationToken",
            "org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken",
            "org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken",
            "org.springframework.security.web.authentication.WebAuthenticationDetails",
            "org.camunda.bpm.webapp.impl.security.auth.Authentications",
            "org.camunda.bpm.webapp.impl.security.auth.Authentication",
            "org.camunda.bpm.webapp.impl.security.auth.UserAuthentication",
            // what has been begun
            "io.mandate.identity.provider.web.ProviderSignOut$Ending", "io.mandate.identity.provider.web.SignInReturns$Return",
            "io.mandate.passkey.web.Challenges$Open",
            "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest",
            "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponseType",
            "org.springframework.security.oauth2.core.AuthorizationGrantType",
            "org.springframework.security.web.savedrequest.SimpleSavedRequest",
            // what the next page says
            "org.springframework.web.servlet.FlashMap", "org.springframework.util.LinkedMultiValueMap",
            "org.springframework.util.MultiValueMapAdapter");

    /** Refuses everything else, and what is larger or deeper than anything that is kept. */
    static final ObjectInputFilter ALLOWED = ObjectInputFilter.Config.createFilter(
            "maxbytes=262144;maxdepth=20;maxrefs=5000;maxarray=4096;" + String.join(";", NAMES) + ";!*");

    private SessionTypes() {}
}
