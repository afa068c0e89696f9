package coderbased.client;

import coderbased.client.keys.CredentialStore;
import coderbased.client.keys.ProfileFolder;
import org.jspecify.annotations.Nullable;

/**
 * Storage of a device between starts.
 *
 * @param credentials stores token and key
 * @param folder of the profile, for unsent messages and files; null if nothing else is stored
 */
record ProfileStorage(CredentialStore credentials, @Nullable ProfileFolder folder) {}
