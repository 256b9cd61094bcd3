package io.mandate.provisioning.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to addresses in the open internet only, at the moment of connecting: what was checked is what is connected
 * to. Special addresses after RFC 6890.
 */
final class PublicAddresses implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress address : found) {
            if (!isPublic(address)) {
                throw new UnknownHostException("not a public address");
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            // Global unicast is 2000::/3; of it, tunnels to IPv4 and the documentation prefix are none.
            boolean tunnel = first == 0x20 && (second == 0x02 || second == 0x01 && bytes[2] == 0);
            boolean documentation = first == 0x20 && second == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8;
            return (first & 0xe0) == 0x20 && !tunnel && !documentation;
        }
        boolean carrier = first == 100 && (second & 0xc0) == 64;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        boolean protocol = first == 192 && second == 0 && (bytes[2] == 0 || bytes[2] == 2);
        return first != 0 && first < 240 && !carrier && !benchmark && !protocol;
    }
}
