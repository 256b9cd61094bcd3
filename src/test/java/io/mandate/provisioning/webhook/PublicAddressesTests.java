package io.mandate.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTests {

    @ParameterizedTest
    @ValueSource(strings = {
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.9.10", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
        "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "100::1", "2001::1", "2001:2::1",
        "2001:10::1", "2001:1ff::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1",
        "ff02::1",
    })
    void special_addresses_are_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> new PublicAddresses().resolve(address))
                .isInstanceOf(PublicAddresses.NotPublicException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1",
        "192.167.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "2001:200::1", "2001:4860:4860::8888", "2a00:1450::1",
        "2606:4700::1111",
    })
    void all_others_are(String address) throws UnknownHostException {
        assertThat(new PublicAddresses().resolve(address)).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void a_name_that_stands_for_this_machine_is_refused() {
        assertThatThrownBy(() -> new PublicAddresses().resolve("localhost"))
                .isInstanceOf(PublicAddresses.NotPublicException.class);
    }
}
