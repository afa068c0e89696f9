package coderbased.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThisDeviceTest {

    @Test
    void deviceIsNamedAfterItsHostWithoutTheDomain() {
        assertEquals("den", ThisDevice.name(Map.of("HOSTNAME", "den.example.org")));
        assertEquals("OFFICE", ThisDevice.name(Map.of("COMPUTERNAME", "OFFICE", "HOSTNAME", "other")));
        assertEquals("This computer", ThisDevice.name(Map.of("HOSTNAME", "localhost.localdomain")));
        assertEquals(40, ThisDevice.name(Map.of("HOSTNAME", "x".repeat(300))).length());
        assertFalse(ThisDevice.name(Map.of()).isBlank());
    }
}
