import { expect, test } from 'vitest';
import { cellOf, treeOf } from './matrix';

const element = (id: string, parent?: string) => ({ id, name: id, parent: parent ? { id: parent } : null });
const elements = [element('network', 'workplace'), element('wireless', 'network'), element('devices', 'workplace'), element('workplace'), element('lost', 'gone')];
const boundary = (id: string, service: string, company: string, team: string) => ({ id, service: { id: service }, company: { id: company }, team });

test('parts stand below their whole, and what lost its whole at the top', () => {
  expect(treeOf(elements).map(({ element: { id }, depth }) => `${depth} ${id}`)).toEqual(['0 workplace', '1 network', '2 wireless', '1 devices', '0 lost']);
});

test('what is said of a whole counts for its parts, unless the same team says something nearer', () => {
  const boundaries = [
    boundary('all', 'workplace', 'a', 'desk'),
    boundary('net', 'network', 'a', 'desk'),
    boundary('shift', 'network', 'a', 'night'),
    boundary('other', 'network', 'b', 'desk'),
  ];
  const told = (service: string, company: string) => {
    const { own, inherited } = cellOf(elements, boundaries, service, company);
    return [own, inherited].map((all) => all.map(({ id }) => id));
  };
  expect(told('wireless', 'a')).toEqual([[], ['net', 'shift']]);
  expect(told('network', 'a')).toEqual([['net', 'shift'], []]);
  expect(told('devices', 'a')).toEqual([[], ['all']]);
  expect(told('devices', 'b')).toEqual([[], []]);
});

test('a tree that bites its tail ends', () => {
  const circle = [element('x', 'y'), element('y', 'x')];
  expect(cellOf(circle, [boundary('one', 'y', 'a', 't')], 'x', 'a').inherited).toHaveLength(1);
});
