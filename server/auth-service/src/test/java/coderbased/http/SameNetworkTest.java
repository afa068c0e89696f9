package coderbased.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, ::1, true",
        "127.0.0.1, 192.168.1.2, false",
        "192.168.1.2, 192.168.1.200, true",
        "192.168.1.2, 192.168.2.2, false",
        "10.0.0.1, 10.0.0.9, true",
        "172.16.5.1, 172.16.5.2, true",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "fd00:1:2:3::1, fd00:1:2:3::2, true",
        "fd00:1:2:3::1, fd00:1:2:4::1, false",
        "fe80::1, fe80::2, true",
        "2001:db8::1, 2001:db8::2, false",
        "::ffff:192.168.1.2, 192.168.1.3, true",
    })
    void neighboursAreOnTheSameNetwork(String one, String other, boolean same) {
        assertEquals(same, SameNetwork.of(one, other));
        assertEquals(same, SameNetwork.of(other, one));
    }

    @Test
    void anUncertainAddressIsNoNeighbour() {
        assertFalse(SameNetwork.of(null, "127.0.0.1"));
        assertFalse(SameNetwork.of((String) null, null));
    }
}
