import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

// English stands in the source, so there is no catalogue to load; another language would bring its own
i18n.setMessagesCompiler(compileMessage);
i18n.load('en', {});
i18n.activate('en');

export { i18n };
