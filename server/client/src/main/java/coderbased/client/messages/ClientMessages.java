package coderbased.client.messages;

import coderbased.i18n.Messages;

/** Holder of this module's sentences. */
public final class ClientMessages {

    public static final Messages MESSAGES = Messages.of(ClientMessages.class);

    private ClientMessages() {}
}
