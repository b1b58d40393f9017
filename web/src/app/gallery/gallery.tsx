/** Every house component with sample data, for looking at while building. Development only. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Problem } from '~/base/problem';
import type { BoardRow } from '~/ui/board';
import { Board } from '~/ui/board';
import { BulletKpi } from '~/ui/bullet_kpi';
import { CommandForm } from '~/ui/command_form';
import { ConfirmMoney } from '~/ui/confirm_money';
import { Copyable } from '~/ui/copyable';
import { DataRows } from '~/ui/data_rows';
import { FactStrip } from '~/ui/fact_strip';
import { Fields } from '~/ui/fields';
import { MoneyText } from '~/ui/money_text';
import { Page, Panel } from '~/ui/page';
import { PasswordConfirm } from '~/ui/password_confirm';
import { Empty, Failure, FilteredEmpty, Loading, NoPermission } from '~/ui/state_views';
import { Pill, StatusTag, type Tone } from '~/ui/status_tag';
import { VersionHistory } from '~/ui/version_history';
import styles from './gallery.module.css';
import samples from './samples.json';

const tones: Tone[] = ['ok', 'warn', 'bad', 'active', 'neutral'];
const shown = ['name', 'kind', 'amount_fen', 'rate_ppm', 'maturity', 'class'];
const { kpi, words } = samples;

export function Component() {
  const queries = useQueryClient();
  // The samples bring their own description; leaving the gallery asks for the server's again.
  queries.setQueryData(['openapi'], samples.document);
  return (
    <Page title="Gallery" subtitle="npm run dev, /dev/gallery">
      <div className={styles.gallery}>
        <Panel title="FactStrip">
          <FactStrip
            facts={[
              { label: 'MoneyText', value: <MoneyText fen={120_000_000_000} /> },
              { label: 'yi', value: <MoneyText fen={386_200_000_000} unit="yi" /> },
              { label: 'exact by pointing', value: <MoneyText fen={500_000_050} /> },
              { label: 'loss', value: <MoneyText fen={-12_345} unit="yuan" /> },
              { label: 'missing', value: <MoneyText fen={null} /> },
              { label: 'Copyable', value: <Copyable text="ZY2026000318" /> },
            ]}
          />
        </Panel>
        <div className={styles.two}>
          <BulletKpi
            {...kpi}
            verdict={{ tone: 'ok', words: kpi.good }}
            change={{ tone: 'ok', words: kpi.change }}
            reached={860}
            target={830}
          />
          <BulletKpi
            {...kpi}
            verdict={{ tone: 'warn', words: kpi.gap }}
            change={{ tone: 'warn', words: kpi.change }}
            reached={720}
            target={760}
          />
        </div>
        <Panel title="StatusTag, Pill">
          {tones.map((tone) => (
            <span key={tone} className={styles.inline}>
              <StatusTag tone={tone}>{tone}</StatusTag> <Pill tone={tone}>{tone}</Pill>
            </span>
          ))}
        </Panel>
        <Panel title="DataRows">
          <DataRows
            of="Sample"
            rows={samples.rows}
            show={shown}
            caption="DataRows"
            open={() => '/dev/gallery'}
          />
        </Panel>
        <Panel title="Fields">
          <Fields of="Sample" value={samples.rows[0] ?? {}} show={[...shown, 'remark']} />
        </Panel>
        <Panel title="CommandForm">
          <CommandForm
            command="samples.create"
            show={[
              'name',
              'kind',
              'amount_fen',
              'rate_ppm',
              'share_bp',
              'maturity',
              'period',
              'remark',
            ]}
            onDone={() => undefined}
          />
        </Panel>
        <Panel title="VersionHistory">
          <VersionHistory of="Sample" versions={samples.versions} show={['name', 'class']} />
        </Panel>
        <Panel title="Board">
          <Board
            caption="Board"
            corner="Bank"
            columns={['2026Q1', '2026Q2'].map((key) => ({ key, label: key }))}
            rows={samples.board as unknown as BoardRow[]}
          />
        </Panel>
        <Dialogs />
        <Panel title="States">
          <div className={styles.two}>
            <Loading />
            <Empty title="Empty" words="Says why, offers one thing." action={<Button>Do</Button>} />
            <FilteredEmpty onClear={() => undefined} />
            <NoPermission />
            <Failure problem={new Problem(0, {})} onRetry={() => undefined} />
            <Failure
              problem={new Problem(503, { title: 'Busy', request_id: 'a1b2-17' })}
              onRetry={() => undefined}
            />
          </div>
        </Panel>
      </div>
    </Page>
  );
}

function Dialogs() {
  const [open, setOpen] = useState<'money' | 'password' | null>(null);
  const close = () => setOpen(null);
  return (
    <Panel title="ConfirmMoney, PasswordConfirm">
      <Button onClick={() => setOpen('money')}>ConfirmMoney</Button>{' '}
      <Button onClick={() => setOpen('password')}>PasswordConfirm</Button>
      {open === 'money' && (
        <ConfirmMoney
          title={words.title}
          fen={120_000_000}
          words={words.amount}
          effect={words.effect}
          confirm={words.confirm}
          typeAbove={100_000_000}
          onConfirm={() => Promise.resolve(close())}
          onCancel={close}
        />
      )}
      {open === 'password' && (
        <PasswordConfirm
          title={words.approve}
          effect={words.effect}
          confirm={words.confirm}
          onConfirm={() => Promise.resolve(close())}
          onCancel={close}
        />
      )}
    </Panel>
  );
}
