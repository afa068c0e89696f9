package coderbased.auth.session;

/** Accounts and sessions in memory keep the contract of the databases. */
final class InMemoryAuthStoreTest extends AuthStoreContract {

    @Override
    protected AuthStore open() {
        return new InMemoryAuthStore();
    }
}
