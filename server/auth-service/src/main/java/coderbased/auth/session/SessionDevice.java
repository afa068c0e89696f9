package coderbased.auth.session;

import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;
import org.jspecify.annotations.Nullable;

/**
 * The device a session is bound to.
 *
 * @param facts its own description, cleaned
 * @param key the public half of the only key its tokens are good with
 */
public record SessionDevice(DeviceFacts facts, DeviceKey key) {

    /** Returns the device under the name that its person gave it; null for none. */
    public SessionDevice named(@Nullable String name) {
        return name == null ? this : new SessionDevice(new DeviceFacts(name, facts.app(), facts.os()), key);
    }
}
