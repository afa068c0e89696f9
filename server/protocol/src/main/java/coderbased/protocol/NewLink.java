package coderbased.protocol;

import java.time.Instant;

/**
 * A computer that was linked, about which nobody has said on a phone whether it was them.
 *
 * @param sessionId names it among {@link AuthHttp.Devices}
 * @param device what the computer says of itself
 * @param address where the server saw it last
 */
public record NewLink(String sessionId, DeviceFacts device, String address, Instant linkedAt) {}
