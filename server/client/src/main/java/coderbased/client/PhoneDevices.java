package coderbased.client;

import coderbased.client.net.Subscription;
import coderbased.protocol.AuthHttp;
import java.util.concurrent.CompletableFuture;

/** A phone's linked devices, and its control over them. */
public interface PhoneDevices {

    /** Returns the linked devices. */
    CompletableFuture<AuthHttp.Devices> list();

    /** Calls the listener whenever {@link #list} would return something else. */
    Subscription onChange(Runnable listener);

    CompletableFuture<Void> rename(String deviceId, String name);

    /** Freezes a linked device: it stays linked, but can neither read nor write. */
    CompletableFuture<Void> freeze(String deviceId);

    /** Unfreezes a linked device. */
    CompletableFuture<Void> thaw(String deviceId);

    /** Logs out a linked device. */
    CompletableFuture<Void> unlink(String deviceId);

    /** Logs out all linked devices. */
    CompletableFuture<Void> unlinkAll();
}
