import { expect, it } from 'vitest';
import { createAddressGuard, isRange } from './createAddressGuard.ts';

const resolving = (addresses: readonly string[], allowed: readonly string[] = []) =>
  createAddressGuard({ allowed, resolve: () => Promise.resolve(addresses) });

it.each([
  ['loopback', '127.0.0.1'],
  ['all of loopback', '127.8.9.1'],
  ['this host', '0.0.0.0'],
  ['private', '10.1.2.3'],
  ['private', '172.31.255.1'],
  ['private', '192.168.0.1'],
  ['link-local, where clouds answer with credentials', '169.254.169.254'],
  ['carrier-grade NAT, where another cloud does', '100.100.100.200'],
  ['a third cloud’s', '192.0.0.192'],
  ['a fourth cloud’s', '168.63.129.16'],
  ['benchmarks', '198.18.0.1'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['loopback', '::1'],
  ['unspecified', '::'],
  ['IPv4-mapped', '::ffff:127.0.0.1'],
  ['IPv4-mapped', '::ffff:a00:1'],
  ['IPv4-compatible', '::7f00:1'],
  ['NAT64', '64:ff9b::a00:1'],
  ['6to4', '2002:a00:1::'],
  ['Teredo', '2001:0:a00:1::'],
  ['link-local', 'fe80::1'],
  ['site-local', 'fec0::1'],
  ['unique local', 'fd00:ec2::254'],
  ['multicast', 'ff02::1'],
  ['not given out', '4000::1'],
])('refuses %s: %s', async (_, address) => {
  const refused = { code: 'http-address-refused' };
  await expect(resolving([address])('inner.example')).rejects.toMatchObject(refused);
  await expect(resolving(['93.184.216.34', address])('both.example')).rejects.toMatchObject(refused);
  const literal = address.includes(':') ? `[${address}]` : address;
  await expect(resolving([])(literal)).rejects.toMatchObject(refused);
});

it('does not tell which address a name has', async () => {
  await expect(resolving(['10.1.2.3'])('inner.example')).rejects.not.toThrow('10.1.2.3');
});

it('answers the addresses to connect to', async () => {
  expect(await resolving(['93.184.216.34', '2606:4700::1111'])('example.com')).toEqual([
    { address: '93.184.216.34', family: 4 },
    { address: '2606:4700::1111', family: 6 },
  ]);
  expect(await resolving([])('[2606:4700::1111]')).toEqual([{ address: '2606:4700::1111', family: 6 }]);
});

it.each([
  ['a range', '10.0.0.0/8', '10.1.2.3'],
  ['a range, for the mapped address too', '10.0.0.0/8', '::ffff:10.1.2.3'],
  ['an address', '10.1.2.3', '10.1.2.3'],
  ['an IPv6 range', 'fd00::/8', 'fd00::5'],
  ['a name', 'erp.inner', '10.1.2.3'],
])('lets through what is allowed by %s', async (_, entry, address) => {
  expect(await resolving([address], [entry])('ERP.inner')).toHaveLength(1);
});

it('lets nothing through beside it', async () => {
  await expect(resolving(['10.1.2.3'], ['erp.inner', '192.168.0.0/16'])('crm.inner')).rejects.toThrow('crm.inner');
  await expect(resolving(['10.1.2.3'], ['erp.inner'])('evil-erp.inner')).rejects.toThrow();
});

it('tells ranges from names', () => {
  expect(['10.0.0.0/8', '10.0.0.1', 'fd00::/8', '::1', 'erp.inner'].map(isRange)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});
