import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { offsetOf, type Problem } from './problems';
import { Problems } from './Problems';
import './file.css';

interface FileEditorProps {
  text: string;
  onText(text: string): void;
  problems: readonly Problem[];
}

/** An agreement file to be written, pasted or opened; what is wrong with it stands at its line. */
export function FileEditor({ text, onText, problems }: FileEditorProps) {
  const { t } = useLingui();
  const area = useRef<HTMLTextAreaElement>(null);
  const margin = useRef<HTMLDivElement>(null);
  const lines = text.split('\n').length;
  const wrong = new Set(problems.map(({ line }) => line));
  const goTo = (line: number, column: number) => {
    const offset = offsetOf(text, line, column);
    area.current?.focus();
    area.current?.setSelectionRange(offset, text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset));
    if (area.current) area.current.scrollTop = Math.max(0, (line - 6) * 20);
  };
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="end">
        <label htmlFor="agreement-file">
          <Text size="sm" fw={500} component="span">
            <Trans>Agreement file (YAML)</Trans>
          </Text>
        </label>
        <FileButton onChange={(file) => void file?.text().then(onText)} accept=".yaml,.yml,text/yaml">
          {(props) => (
            <Button {...props} variant="default" size="xs">
              <Trans>Open a file</Trans>
            </Button>
          )}
        </FileButton>
      </Group>
      <Problems of={problems} text={text} onGo={goTo} />
      <div className="file">
        <div ref={margin} className="margin" aria-hidden>
          {Array.from({ length: lines }, (_, at) => (
            <div key={at} data-wrong={wrong.has(at + 1) || undefined}>
              {wrong.has(at + 1) ? `▸ ${at + 1}` : at + 1}
            </div>
          ))}
        </div>
        <textarea
          id="agreement-file"
          ref={area}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onScroll={({ currentTarget: { scrollTop } }) => margin.current?.scrollTo({ top: scrollTop })}
          spellCheck={false}
          wrap="off"
          placeholder={t`Paste the file here, or open it.`}
          aria-invalid={problems.length > 0}
        />
      </div>
    </Stack>
  );
}
