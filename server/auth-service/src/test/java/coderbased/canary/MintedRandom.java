package coderbased.canary;

import coderbased.protocol.Base32;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The JDK's own randomness, which remembers what secrets were made of. */
public final class MintedRandom extends SecureRandomSpi {

    private static final long serialVersionUID = 1L;

    /** The classes that make secrets from random bytes. The server's id, five bytes, is public. */
    private static final Set<String> MINTS =
            Set.of("coderbased.auth.linking.CodeRotation", "coderbased.auth.tokens.AuthKeys");

    private static final int TYPED_CODE = 5;
    private static final int ID = 16;
    private static final int ADMIN_TOKEN = 20;
    private static final SecureRandom TRUE_CHANCE = new SecureRandom();
    private static final Set<String> MINTED = ConcurrentHashMap.newKeySet();

    /** From now on, every new {@link SecureRandom} is one of these. */
    static void install() {
        TRUE_CHANCE.nextInt();
        Security.insertProviderAt(new Source(), 1);
    }

    /**
     * Every secret that was made of random bytes so far, in base32; long ones by their first {@link Secrets#WINDOW}
     * letters.
     */
    static Set<String> minted() {
        return MINTED;
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
        TRUE_CHANCE.setSeed(seed);
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
        TRUE_CHANCE.nextBytes(bytes);
        if (bytes.length == TYPED_CODE || bytes.length == ID || bytes.length == ADMIN_TOKEN) {
            remember(bytes);
        }
    }

    @Override
    protected byte[] engineGenerateSeed(int count) {
        return TRUE_CHANCE.generateSeed(count);
    }

    private static void remember(byte[] bytes) {
        String mint = StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(MINTS::contains)
                        .findFirst()
                        .orElse(""));
        if (!mint.isEmpty() && !(bytes.length == TYPED_CODE && mint.endsWith("AuthKeys"))) {
            String word = Base32.encode(bytes);
            MINTED.add(word.substring(0, Math.min(word.length(), Secrets.WINDOW)));
        }
    }

    private static final class Source extends Provider {

        private static final long serialVersionUID = 1L;

        Source() {
            super("Canary", "1", "remembers what secrets are made of");
            put("SecureRandom.Canary", MintedRandom.class.getName());
            put("SecureRandom.Canary ThreadSafe", "true");
        }
    }
}
