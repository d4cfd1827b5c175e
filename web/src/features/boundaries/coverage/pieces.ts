import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { PieceKind } from './strip';

/** What a stretch of a strip is. */
export const pieceWords: Record<PieceKind, MessageDescriptor> = {
  gap: msg`Gap`,
  overlap: msg`Overlap`,
  covered: msg`Covered`,
  beyond: msg`Covered, not demanded`,
  idle: msg`Not demanded`,
};
