import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { JobFault } from '@dealwright/runtime';
import ipaddr from 'ipaddr.js';

/** An address that may be connected to. */
export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/**
 * Answers the addresses of a host that a request may go to. Connect to one of them, not to the name: a name may have
 * another address the next time it is asked for. Throws `JobFault` when one of them is not public, and whatever the
 * look-up throws.
 */
export type AddressGuard = (hostname: string) => Promise<readonly CheckedAddress[]>;

export interface AddressGuardOptions {
  /** hosts by name, addresses, and ranges as `10.0.0.0/8`, that may be reached though they are not public */
  readonly allowed: readonly string[];
  /** all addresses of a name; the system's resolver when absent */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>;
}

/** A cloud's own service at an address that looks public: Azure's. */
const SERVICES = new Set(['168.63.129.16']);
/** All that is given out for use on the internet (RFC 4291, 2.4); what lies within it for other uses has a name. */
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3');

/**
 * Lets requests reach the internet and nothing beside it: no loopback, private or link-local address (a cloud's
 * metadata service is one), none that is reserved or carries another inside (IPv4-mapped, 6to4, Teredo, NAT64).
 */
export function createAddressGuard({ allowed, resolve = systemResolver }: AddressGuardOptions): AddressGuard {
  const hosts = new Set(allowed.filter((entry) => !isRange(entry)).map((host) => host.toLowerCase()));
  const ranges = allowed.filter(isRange).map(rangeOf);

  return async (hostname) => {
    const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const found = isIP(host) === 0 ? await resolve(host) : [host];
    const trusted = hosts.has(host) || hosts.has(host.replace(/\.$/, ''));
    return found.map((written) => {
      const parsed = ipaddr.process(written);
      const within = ranges.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits));
      if (!trusted && !within && !isPublic(parsed)) throw addressRefused(host);
      return { address: written, family: isIP(written) === 6 ? 6 : 4 };
    });
  };
}

/** Whether an entry of the configuration is an address or a range of them; the rest are names. */
export function isRange(entry: string): boolean {
  return ipaddr.isValidCIDR(entry) || isIP(entry) !== 0;
}

function rangeOf(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (entry.includes('/')) return ipaddr.parseCIDR(entry);
  const address = ipaddr.process(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' ? !SERVICES.has(address.toString()) : address.match(GLOBAL_V6);
}

/** The address itself is not told: it would let a drawing find out what stands where in the inner network. */
function addressRefused(host: string): JobFault {
  return new JobFault('http-address-refused', {
    en: `"${host}" is in a private network or is reserved, and requests to it are not allowed. Whoever runs the server can allow it with DEALWRIGHT_HTTP_ALLOW.`,
    zh: `“${host}”位于内网或保留地址，不允许请求。服务器运维人员可通过 DEALWRIGHT_HTTP_ALLOW 放行。`,
  });
}

async function systemResolver(hostname: string): Promise<readonly string[]> {
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}
