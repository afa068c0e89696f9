package coderbased.chat;

/** Handler that says nothing and hears nothing. */
final class SilentHandler implements ConnectionHandler {

    @Override
    public void opened() {}

    @Override
    public void received(String text) {}

    @Override
    public void gone() {}
}
