import { tablesFrom } from './tables.ts'

/** Papers, what an import of them would do, and what people decided about them. */
export const papers = tablesFrom(`
create table paper (
  council_id integer not null references council,
  paper_id integer generated always as identity,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file text not null check (file <> ''),
  title text not null,
  format text not null check (format in ('text', 'docx', 'xlsx', 'csv', 'html', 'pdf')),
  pages integer check (pages > 0),
  added_at timestamptz not null default now(),
  primary key (council_id, paper_id),
  unique (council_id, sha256)
);
comment on table paper is 'A published document. Facts keep its number with page, line and cell, so that anybody can look them up.';
comment on column paper.sha256 is 'Of its bytes: the same paper under another name is the same paper.';
select keep_for_ever('paper');

create table proposal (
  council_id integer not null references council,
  proposal_id integer generated always as identity,
  paper_id integer not null,
  plan_slug text not null check (plan_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  period text not null check (period ~ '^[0-9]{4}-[0-9]{2}(-Q[1-4])?$'),
  kind text not null check (kind in ('plan', 'update')),
  content json not null,
  made_at timestamptz not null default now(),
  who text not null check (who <> ''),
  primary key (council_id, proposal_id),
  unique (proposal_id),
  foreign key (council_id, paper_id) references paper
);
comment on table proposal is 'What was read from a paper, to be accepted, corrected or refused by a person. Never changed: corrections stand in decision, what became of it in proposal_event.';
comment on column proposal.period is 'The period of an update; the year of a plan.';
comment on column proposal.content is 'The rows and the key as read, each with its place.';
create index proposal_paper on proposal (council_id, paper_id);
select keep_for_ever('proposal');

create table proposal_event (
  council_id integer not null,
  proposal_id integer not null,
  event text not null check (event in ('accepted', 'rejected', 'withdrawn')),
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  reason text not null default '' check (event = 'accepted' or reason <> ''),
  primary key (council_id, proposal_id, event),
  foreign key (council_id, proposal_id) references proposal
);
comment on table proposal_event is 'A proposal is open until it is accepted or rejected; what was accepted can be withdrawn. Facts of a withdrawn proposal stay, but no longer count.';
select keep_for_ever('proposal_event');

create function check_proposal_event() returns trigger language plpgsql as $$
declare had text[] := array(select event from proposal_event e where e.council_id = new.council_id and e.proposal_id = new.proposal_id);
begin
  if (new.event in ('accepted', 'rejected') and had <> '{}') or (new.event = 'withdrawn' and had <> '{accepted}') then
    raise exception 'a proposal that is % can''t be %', coalesce(had[1], 'open'), new.event using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger in_order before insert on proposal_event for each row execute function check_proposal_event();

create table decision (
  council_id integer not null references council,
  decision_id integer generated always as identity,
  kind text not null check (kind in ('row', 'match', 'lineage', 'status')),
  plan_slug text not null,
  subject text not null check (subject <> ''),
  answer jsonb not null,
  reason text not null,
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  primary key (council_id, decision_id)
);
comment on table decision is 'What a person confirmed or corrected: a row, a match, a link between years, the meaning of a status. Kept, and applied again when the same words are imported again; the latest answer on a subject holds.';
comment on column decision.subject is 'What was decided on, by its words as printed and not by its number in one import.';
create index decision_subject on decision (council_id, plan_slug, kind, subject);
select keep_for_ever('decision');
`)
