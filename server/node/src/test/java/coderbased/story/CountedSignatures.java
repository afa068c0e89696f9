package coderbased.story;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Counts the ECDSA signatures that this program makes and checks, whichever provider does the work. Only those of one
 * key are counted as made: the devices of a test sign in the same program. Closing it ends the count. Thread-safe.
 */
final class CountedSignatures extends Provider implements AutoCloseable {

    private static final long serialVersionUID = 1L;
    private static final String[] ALGORITHMS = {"SHA256withECDSA", "SHA256withECDSAinP1363Format"};

    private final transient Predicate<Key> counted;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger checked = new AtomicInteger();

    /** @param pkcs8 the private key whose signatures are counted */
    CountedSignatures(byte[] pkcs8) {
        super("CountedSignatures", "1", "Counts, and asks the next provider");
        counted = key -> Arrays.equals(key.getEncoded(), pkcs8);
        for (String algorithm : ALGORITHMS) {
            Provider next = next(algorithm);
            putService(new Service(this, "Signature", algorithm, CountedSignatures.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Counting(algorithm, next);
                }
            });
        }
        Security.insertProviderAt(this, 1);
    }

    int made() {
        return made.get();
    }

    int checked() {
        return checked.get();
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    private static Provider next(String algorithm) {
        return Security.getProviders("Signature." + algorithm)[0];
    }

    /** One signature by the next provider. */
    private final class Counting extends SignatureSpi {

        private final Signature work;
        private boolean isCounted;

        Counting(String algorithm, Provider next) {
            try {
                work = Signature.getInstance(algorithm, next);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            work.initVerify(key);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            isCounted = counted.test(key);
            work.initSign(key);
        }

        @Override
        protected void engineUpdate(byte next) throws SignatureException {
            work.update(next);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
            work.update(bytes, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            if (isCounted) {
                made.incrementAndGet();
            }
            return work.sign();
        }

        @Override
        protected boolean engineVerify(byte[] signature) throws SignatureException {
            checked.incrementAndGet();
            return work.verify(signature);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
