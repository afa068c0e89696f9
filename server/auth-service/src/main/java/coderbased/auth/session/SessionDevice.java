package coderbased.auth.session;

import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;

/**
 * The device a session is bound to.
 *
 * @param facts its own description, cleaned
 * @param key the public half of the only key its tokens are good with
 */
public record SessionDevice(DeviceFacts facts, DeviceKey key) {}
