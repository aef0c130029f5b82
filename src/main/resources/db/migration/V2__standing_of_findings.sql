-- Where a finding stands: against the last run, with the people who review, and with what is suppressed
-- on purpose. And what disagrees between documents. Findings between documents have no document of their
-- own; their source is the empty text.

alter table runs add column compare_millis bigint default 0 not null;
alter table runs add column compared boolean default false not null; -- its findings stand in finding_history
alter table runs add column shown varchar(64); -- hash of all that the run's pages say of new, gone, reviewed, suppressed

alter table documents add column shown varchar(64); -- hash of the same on the document's page; none if it says nothing

-- Values that another document may state as well. Two rows with the same key must agree.
create table stated_values (
  document_id    bigint      not null references documents on delete cascade,
  position       integer     not null,
  comparison_key varchar(64) not null, -- hash of study, arms, outcome, statistic, population, time
  study          varchar     not null,
  arms           varchar     not null,
  outcome        varchar     not null,
  value_kind     varchar(16) not null,
  printed        varchar     not null,
  exact          varchar     not null, -- with the decimals that are printed
  comparator     varchar(2)  not null,
  unit           varchar,
  beside         varchar     not null, -- other figures of the same sentence or row, one a line
  named          boolean     not null, -- a named end point
  key_words      varchar     not null, -- what the key is the hash of
  section_title  varchar     not null,
  table_label    varchar,
  page           integer,
  locator        varchar,
  start_offset   integer     not null,
  end_offset     integer     not null,
  quote          varchar     not null,
  primary key (document_id, position)
);
create index stated_values_by_key on stated_values (comparison_key, document_id);

create table cross_findings (
  position   integer not null primary key,
  finding_id varchar not null,
  rule       varchar not null,
  severity   varchar(8) not null,
  message    varchar not null,
  found      varchar,
  settle     varchar
);

create table cross_finding_places (
  position      integer not null,
  place_no      integer not null, -- from 1
  document_id   bigint  not null references documents on delete cascade,
  printed       varchar not null,
  quote         varchar not null,
  section_title varchar not null,
  table_label   varchar,
  page          integer,
  locator       varchar,
  start_offset  integer not null,
  end_offset    integer not null,
  primary key (position, place_no)
);

create view current_findings as
select d.source_key, d.source, f.finding_id, f.rule, f.severity, f.message
from findings f join documents d on d.document_id = f.document_id
union all
select 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '', finding_id, rule, severity, message
from cross_findings;

-- Since when a finding is there. One that is gone stays until the next run has been compared.
create table finding_history (
  source_key   varchar(64)  not null,
  finding_id   varchar(200) not null,
  source       varchar      not null,
  rule         varchar      not null,
  severity     varchar(8)   not null,
  message      varchar      not null,
  first_run_id bigint       not null,
  gone_run_id  bigint, -- the run that no longer found it
  primary key (source_key, finding_id)
);

-- What config/suppressions.yml suppresses, as of the last run.
create table suppressed_findings (
  source_key varchar(64)  not null,
  finding_id varchar(200) not null,
  reason     varchar      not null,
  author     varchar      not null,
  expires_on varchar(10)  not null, -- ISO 8601; the last day it holds
  primary key (source_key, finding_id)
);

drop view reviewed_findings;

create view reviewed_findings as
select f.source,
       f.finding_id,
       f.rule,
       f.severity,
       f.message,
       w.expected,
       w.found,
       coalesce(r.status, 'open') as status,
       r.reviewed_by,
       r.reviewed_at,
       r.remark,
       s.reason                   as suppressed_because,
       h.first_run_id
from current_findings f
     left join documents d on d.source_key = f.source_key
     left join findings w on w.document_id = d.document_id and w.finding_id = f.finding_id
     left join finding_reviews r on r.source_key = f.source_key and r.finding_id = f.finding_id
     left join suppressed_findings s on s.source_key = f.source_key and s.finding_id = f.finding_id
     left join finding_history h on h.source_key = f.source_key and h.finding_id = f.finding_id;
