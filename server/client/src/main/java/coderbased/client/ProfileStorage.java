package coderbased.client;

import coderbased.client.keys.CredentialStore;
import coderbased.client.keys.ProfileFolder;
import org.jspecify.annotations.Nullable;

/**
 * What a device keeps between starts.
 *
 * @param credentials token and key
 * @param folder of the profile, for what waits to be sent and for files; null: nothing else is kept
 */
record ProfileStorage(CredentialStore credentials, @Nullable ProfileFolder folder) {}
