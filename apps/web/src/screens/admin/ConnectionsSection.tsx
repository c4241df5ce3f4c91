import { SecretsPanel } from './SecretsPanel.tsx';
import { WebhooksPanel } from './WebhooksPanel.tsx';

/** What ties processes to other systems: secrets for what goes out, webhooks for what comes in. */
export function ConnectionsSection() {
  return (
    <div class="admin__stack">
      <SecretsPanel />
      <WebhooksPanel />
    </div>
  );
}
