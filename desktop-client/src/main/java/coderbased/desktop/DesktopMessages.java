package coderbased.desktop;

import coderbased.i18n.Messages;

/** Holder of this program's sentences. */
final class DesktopMessages {

    static final Messages MESSAGES = Messages.of(DesktopMessages.class);

    private DesktopMessages() {}
}
