package coderbased.protocol;

import java.time.Instant;

/**
 * A computer that was linked, about which nobody has said on a phone whether it was them.
 *
 * @param sessionId names it among {@link AuthHttp.Devices}
 * @param device the computer's own description
 * @param address its last address, as the server saw it
 */
public record NewLink(String sessionId, DeviceFacts device, String address, Instant linkedAt) {}
