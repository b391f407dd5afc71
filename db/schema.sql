-- Generated from the migrations; do not edit.

CREATE TABLE arrived(
        package TEXT NOT NULL, tbl TEXT NOT NULL, first_rowid INTEGER NOT NULL, last_rowid INTEGER NOT NULL,
        PRIMARY KEY (tbl, first_rowid)
    ) STRICT;

CREATE TABLE aside(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, words TEXT NOT NULL,
        heard_by TEXT NOT NULL, at INTEGER NOT NULL, client TEXT, reception TEXT, concern TEXT
    ) STRICT;

CREATE TABLE attachment(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, belongs TEXT NOT NULL, owner TEXT NOT NULL,
        media_type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, blob TEXT NOT NULL,
        at INTEGER NOT NULL, name TEXT, key TEXT, shows TEXT, stage TEXT
    ) STRICT;

CREATE TABLE beyond(
        tbl TEXT NOT NULL, row_id TEXT NOT NULL, col TEXT NOT NULL, val ANY NOT NULL,
        PRIMARY KEY (row_id, tbl, col, val)
    ) STRICT;

CREATE TABLE blob_travel(
        address TEXT NOT NULL, blob TEXT NOT NULL, sent_at INTEGER, needed_at INTEGER, asked_at INTEGER,
        PRIMARY KEY (address, blob)
    ) STRICT;

CREATE TABLE call_item(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, campaign TEXT NOT NULL, order_number TEXT, phone TEXT,
        caller TEXT, client TEXT, staff TEXT, asked_at INTEGER, words TEXT, batch TEXT,
        done_at INTEGER
    ) STRICT;

CREATE TABLE call_log(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, extension TEXT NOT NULL, at INTEGER NOT NULL,
        direction TEXT, ring_s INTEGER, talk_s INTEGER, result TEXT, phone TEXT, order_number TEXT,
        client TEXT, campaign TEXT, contact TEXT, batch TEXT
    ) STRICT;

CREATE TABLE campaign(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, kind TEXT NOT NULL,
        event TEXT NOT NULL, quota INTEGER NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL,
        due_days INTEGER, series TEXT, greeting TEXT, phrases TEXT, checklist TEXT, call_from TEXT,
        call_until TEXT, entry_min INTEGER, closed_at INTEGER
    ) STRICT;

CREATE TABLE campaign_contact(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, campaign TEXT NOT NULL, staff TEXT NOT NULL,
        direction TEXT NOT NULL, at INTEGER NOT NULL, result TEXT NOT NULL, source TEXT NOT NULL,
        client TEXT, caller TEXT, phone TEXT, order_number TEXT, extension TEXT, rings INTEGER,
        ring_s INTEGER, talk_s INTEGER, reception TEXT, coach TEXT, call_item TEXT, batch TEXT,
        voided_at INTEGER, voided_by TEXT, void_reason TEXT
    ) STRICT;

CREATE TABLE campaign_member(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, campaign TEXT NOT NULL, staff TEXT NOT NULL,
        level TEXT NOT NULL, post TEXT, coach TEXT, extension TEXT, due_on TEXT, carried INTEGER,
        shortfall_reason TEXT, untrained_reason TEXT, certified_at INTEGER
    ) STRICT;

CREATE TABLE check_in(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, outcome TEXT NOT NULL,
        at INTEGER NOT NULL, means TEXT NOT NULL, admitted INTEGER NOT NULL, client TEXT,
        invitation TEXT, code_hash TEXT, desk TEXT, device TEXT, first_at INTEGER, first_desk TEXT,
        undone INTEGER NOT NULL, reason TEXT, twice TEXT, party INTEGER
    ) STRICT;

CREATE TABLE client(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, title TEXT, phone TEXT, phone2 TEXT,
        phone_typed TEXT, room_typed TEXT, note TEXT, source TEXT NOT NULL, roster TEXT,
        merged_into TEXT, marks TEXT
    ) STRICT;

CREATE TABLE client_owner(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, client TEXT NOT NULL, name TEXT NOT NULL,
        kind TEXT NOT NULL, staff TEXT, from_at INTEGER, until_at INTEGER
    ) STRICT;

CREATE TABLE client_unit(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, client TEXT NOT NULL, unit TEXT NOT NULL,
        relation TEXT NOT NULL
    ) STRICT;

CREATE TABLE clock_rule(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, clock TEXT NOT NULL, amount INTEGER NOT NULL,
        unit TEXT NOT NULL, grade TEXT
    ) STRICT;

CREATE TABLE closing_reason(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, line TEXT NOT NULL,
        reason TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT;

CREATE TABLE code(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, list TEXT NOT NULL, code TEXT NOT NULL,
        zh TEXT NOT NULL, en TEXT NOT NULL
    ) STRICT;

CREATE TABLE common_issue(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, title TEXT NOT NULL, confirmed_by TEXT,
        confirmed_at INTEGER, area TEXT, node TEXT, department TEXT, ended_at INTEGER
    ) STRICT;

CREATE TABLE common_member(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, common_issue TEXT NOT NULL, concern TEXT NOT NULL,
        is_in INTEGER NOT NULL
    ) STRICT;

CREATE TABLE concern(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, number TEXT NOT NULL,
        words TEXT NOT NULL, type TEXT NOT NULL, received_by TEXT NOT NULL,
        occurred_at INTEGER NOT NULL, client TEXT, reception TEXT, channel TEXT, place TEXT,
        wish TEXT, area TEXT, sub_area TEXT, node TEXT, grade TEXT, risk TEXT, answer TEXT,
        answered_by TEXT, client_confirmed TEXT, department TEXT, co_departments TEXT, handler TEXT,
        acknowledged_at TEXT, signed_for_at TEXT, first_reply_at TEXT, due_first_reply TEXT,
        due_resolve TEXT, new_due TEXT, verdict TEXT, satisfaction TEXT, preventable_node TEXT,
        master TEXT, summary TEXT, meaning TEXT, unit TEXT, part TEXT, facing TEXT, perceived TEXT,
        measured TEXT, tolerance TEXT, responsible_unit TEXT, warranty TEXT, inspector TEXT,
        standard_answer TEXT, solvable_on_site TEXT, rule_gap TEXT, rule_gap_words TEXT
    ) STRICT;

CREATE TABLE concern_addition(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, concern TEXT NOT NULL, words TEXT NOT NULL,
        said_by TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT;

CREATE TABLE concern_now(
        concern TEXT PRIMARY KEY NOT NULL, state TEXT NOT NULL, step TEXT, rivals INTEGER NOT NULL
    ) STRICT;

CREATE TABLE concern_step(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, concern TEXT NOT NULL, state TEXT NOT NULL,
        decided_by TEXT NOT NULL, entered_by TEXT NOT NULL, means TEXT NOT NULL,
        at INTEGER NOT NULL, parent TEXT, settles TEXT, facts TEXT NOT NULL, evidence TEXT
    ) STRICT;

CREATE TABLE consent(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, client TEXT NOT NULL, kind TEXT NOT NULL,
        text TEXT NOT NULL, at INTEGER NOT NULL, means TEXT NOT NULL, withdrawn_at INTEGER,
        reception TEXT
    ) STRICT;

CREATE TABLE course(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, needed_for TEXT,
        valid_months INTEGER, ended_at INTEGER
    ) STRICT;

CREATE TABLE device(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, role TEXT NOT NULL,
        signing_key TEXT NOT NULL, recipient TEXT NOT NULL
    ) STRICT;

CREATE TABLE device_vouch(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, device TEXT NOT NULL, name TEXT NOT NULL,
        role TEXT NOT NULL, signing_key TEXT NOT NULL, recipient TEXT NOT NULL,
        office_key TEXT NOT NULL, signature TEXT NOT NULL
    ) STRICT;

CREATE TABLE do_not_call(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL, client TEXT, phone TEXT,
        reason TEXT, lifted_at INTEGER
    ) STRICT;

CREATE TABLE draft(
        id TEXT PRIMARY KEY NOT NULL, reception TEXT, place INTEGER NOT NULL, fields TEXT NOT NULL,
        saved_at INTEGER NOT NULL
    ) STRICT;

CREATE TABLE duty_exemption(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, staff TEXT NOT NULL, first_day TEXT NOT NULL,
        last_day TEXT NOT NULL, reason TEXT NOT NULL, level TEXT, approved_by TEXT,
        approved_at INTEGER
    ) STRICT;

CREATE TABLE duty_rule(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, level TEXT NOT NULL, from_day TEXT NOT NULL,
        months INTEGER NOT NULL, receptions INTEGER NOT NULL, first_month INTEGER NOT NULL
    ) STRICT;

CREATE TABLE edit(
        tbl TEXT NOT NULL, row_id TEXT NOT NULL, col TEXT NOT NULL, op TEXT NOT NULL, prev TEXT NOT NULL DEFAULT '',
        val TEXT, stamp INTEGER NOT NULL, who TEXT, writer TEXT,
        PRIMARY KEY (row_id, col, op, prev, tbl)
    ) STRICT;

CREATE TABLE erased(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, records TEXT NOT NULL, reason TEXT NOT NULL,
        second TEXT NOT NULL, signer TEXT NOT NULL, signature TEXT NOT NULL
    ) STRICT;

CREATE TABLE erased_moment(at INTEGER PRIMARY KEY NOT NULL) STRICT;

CREATE TABLE erased_row(
        tbl TEXT NOT NULL, row_id TEXT NOT NULL, PRIMARY KEY (tbl, row_id)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE event(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, number INTEGER NOT NULL, node TEXT NOT NULL,
        title TEXT NOT NULL, starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, place TEXT,
        slots TEXT, closed_at INTEGER, paused_at INTEGER, greeting TEXT, shows TEXT
    ) STRICT;

CREATE TABLE event_device(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, name TEXT NOT NULL,
        role TEXT NOT NULL, needs TEXT, device TEXT, answer TEXT, answered_at INTEGER
    ) STRICT;

CREATE TABLE event_staff(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, staff TEXT NOT NULL,
        part TEXT NOT NULL, place TEXT, away_at INTEGER, untrained_reason TEXT
    ) STRICT;

CREATE TABLE export_position(tbl TEXT PRIMARY KEY NOT NULL, last_rowid INTEGER NOT NULL) STRICT;

CREATE TABLE extension(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, concern TEXT NOT NULL, asked_by TEXT NOT NULL,
        reason TEXT NOT NULL, new_due TEXT NOT NULL, at INTEGER NOT NULL, agreed INTEGER,
        decided_by TEXT, decided_at INTEGER, client_told_at INTEGER
    ) STRICT;

CREATE TABLE form(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, number TEXT NOT NULL, client TEXT,
        issued_at INTEGER, returned_at INTEGER, entered_at INTEGER, entered_by TEXT
    ) STRICT;

CREATE TABLE form_box(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, form TEXT NOT NULL, picture TEXT NOT NULL, box TEXT NOT NULL,
        page INTEGER NOT NULL, ticked INTEGER NOT NULL, ink INTEGER NOT NULL, is_doubtful INTEGER NOT NULL,
        confirmed INTEGER
    ) STRICT;

CREATE TABLE guest(
        invitation TEXT PRIMARY KEY NOT NULL, event TEXT NOT NULL, client TEXT NOT NULL, shown TEXT NOT NULL,
        building TEXT NOT NULL, rooms TEXT NOT NULL, initials TEXT NOT NULL, tails TEXT NOT NULL,
        spoken TEXT NOT NULL
    ) STRICT;

CREATE TABLE guide(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, node TEXT NOT NULL, version INTEGER NOT NULL,
        lines TEXT NOT NULL
    ) STRICT;

CREATE TABLE guide_answer(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, reception TEXT NOT NULL, question TEXT NOT NULL,
        guide INTEGER NOT NULL, at INTEGER NOT NULL, value TEXT, words TEXT
    ) STRICT;

CREATE TABLE heading_map(
        fingerprint TEXT NOT NULL, heading TEXT NOT NULL, field TEXT NOT NULL, PRIMARY KEY (fingerprint, heading)
    ) STRICT;

CREATE TABLE imported_package(
        sha256 TEXT PRIMARY KEY NOT NULL, writer TEXT NOT NULL, kind TEXT NOT NULL,
        seq_from INTEGER NOT NULL, seq_to INTEGER NOT NULL, rows INTEGER NOT NULL, at INTEGER NOT NULL,
        made_at INTEGER
    ) STRICT;

CREATE TABLE invitation(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, client TEXT NOT NULL,
        code_hash TEXT NOT NULL, spoken TEXT NOT NULL, slot TEXT, companions INTEGER,
        issued_at INTEGER, revoked_at INTEGER, channel TEXT
    ) STRICT;

CREATE TABLE invite_contact(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, invitation TEXT NOT NULL,
        client TEXT NOT NULL, result TEXT NOT NULL, at INTEGER NOT NULL, slot TEXT, words TEXT
    ) STRICT;

CREATE TABLE journal(
        hash TEXT NOT NULL, writer TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL,
        staff TEXT, verb TEXT NOT NULL, object TEXT, digest TEXT NOT NULL, prev TEXT NOT NULL, salt TEXT,
        PRIMARY KEY (writer, seq, hash)
    ) STRICT;

CREATE TABLE likeness(concern TEXT PRIMARY KEY NOT NULL, model TEXT NOT NULL, vector BLOB NOT NULL) STRICT;

CREATE TABLE local_state(key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;

CREATE TABLE need_ack(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, concern TEXT NOT NULL, department TEXT NOT NULL,
        at INTEGER NOT NULL, staff TEXT, words TEXT, entered_by TEXT, means TEXT
    ) STRICT;

CREATE TABLE observation(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, contact TEXT NOT NULL, observer TEXT NOT NULL,
        at INTEGER NOT NULL, items TEXT NOT NULL, score INTEGER NOT NULL, words TEXT
    ) STRICT;

CREATE TABLE outbox_file(
        address TEXT NOT NULL, writer TEXT NOT NULL, name TEXT NOT NULL, outcome TEXT NOT NULL,
        first_at INTEGER NOT NULL, tried_at INTEGER NOT NULL, tries INTEGER NOT NULL,
        PRIMARY KEY (address, writer, name)
    ) STRICT;

CREATE TABLE outbox_position(
        address TEXT NOT NULL, tbl TEXT NOT NULL, last_rowid INTEGER NOT NULL, PRIMARY KEY (address, tbl)
    ) STRICT;

CREATE TABLE paper_job(
        id TEXT PRIMARY KEY NOT NULL, made_at INTEGER NOT NULL, made_by TEXT, press TEXT NOT NULL, kind TEXT NOT NULL,
        name TEXT NOT NULL, event TEXT, pages INTEGER NOT NULL, queue TEXT NOT NULL, copies INTEGER NOT NULL,
        sides TEXT NOT NULL, tray TEXT NOT NULL, media TEXT NOT NULL, state TEXT NOT NULL, trouble TEXT NOT NULL,
        words TEXT NOT NULL, tries INTEGER NOT NULL, claimed_at INTEGER, spooled TEXT NOT NULL,
        changed_at INTEGER NOT NULL, blob TEXT NOT NULL, key TEXT
    ) STRICT;

CREATE TABLE paper_part(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL, version INTEGER NOT NULL, content TEXT NOT NULL
    ) STRICT;

CREATE TABLE passage(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, station TEXT NOT NULL,
        outcome TEXT NOT NULL, at INTEGER NOT NULL, client TEXT, code_hash TEXT, desk TEXT,
        device TEXT, undone INTEGER NOT NULL
    ) STRICT;

CREATE TABLE print_job(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, kind TEXT NOT NULL,
        object TEXT NOT NULL, at INTEGER NOT NULL, queue TEXT NOT NULL, again INTEGER NOT NULL,
        device TEXT
    ) STRICT;

CREATE TABLE project(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, mark TEXT NOT NULL,
        time_zone TEXT NOT NULL, company TEXT, service_line TEXT,
        service_name TEXT, notice_line TEXT, legal_line TEXT, promise_line TEXT, last_line TEXT, has_seal INTEGER
    ) STRICT;

CREATE TABLE promise(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, concern TEXT NOT NULL, text TEXT NOT NULL,
        due TEXT NOT NULL, promised_by TEXT NOT NULL, department TEXT, kept_at INTEGER,
        kept_by TEXT, signed_at INTEGER, kind TEXT
    ) STRICT;

CREATE TABLE reception(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, host TEXT NOT NULL,
        started_at INTEGER NOT NULL, number TEXT NOT NULL, client TEXT, means TEXT NOT NULL,
        place TEXT, recorder TEXT, ended_at INTEGER, present TEXT, guide TEXT, observers TEXT,
        delegate_for TEXT, host_level TEXT, host_post TEXT, campaign TEXT
    ) STRICT;

CREATE TABLE reflection(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, staff TEXT NOT NULL, at INTEGER NOT NULL,
        case_words TEXT NOT NULL, lesson TEXT NOT NULL, event TEXT, reception TEXT, campaign TEXT,
        commitment TEXT, commitment_due TEXT, commitment_kept_at INTEGER, entered_by TEXT
    ) STRICT;

CREATE TABLE reminder(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, concern TEXT NOT NULL, at INTEGER NOT NULL,
        state TEXT NOT NULL, reminded_by TEXT, department TEXT
    ) STRICT;

CREATE TABLE roster(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL, encoding TEXT NOT NULL, read INTEGER NOT NULL, added INTEGER NOT NULL,
        updated INTEGER NOT NULL, duplicates INTEGER NOT NULL, rejected INTEGER NOT NULL,
        undone INTEGER NOT NULL
    ) STRICT;

CREATE TABLE roster_change(
        roster TEXT NOT NULL, tbl TEXT NOT NULL, row_id TEXT NOT NULL, col TEXT NOT NULL, before TEXT, after TEXT,
        PRIMARY KEY (roster, tbl, row_id, col)
    ) STRICT;

CREATE TABLE running_number(scope TEXT PRIMARY KEY NOT NULL, last INTEGER NOT NULL) STRICT;

CREATE VIRTUAL TABLE search USING fts5(
        terms, content='', contentless_delete=1, detail=none, prefix='1 2 3 4',
        tokenize='unicode61 remove_diacritics 0'
    );

CREATE TABLE secret(name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) STRICT;

CREATE TABLE sent_package(
        sha256 TEXT PRIMARY KEY NOT NULL, at INTEGER NOT NULL, way TEXT NOT NULL DEFAULT '',
        seq INTEGER NOT NULL DEFAULT 0
    ) STRICT;

CREATE TABLE sharing(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, reflection TEXT NOT NULL, on_day TEXT NOT NULL,
        audience TEXT NOT NULL, people INTEGER, words TEXT
    ) STRICT;

CREATE TABLE sheet_layout(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, content TEXT NOT NULL
    ) STRICT;

CREATE TABLE sheet_print(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, form TEXT NOT NULL, layout TEXT NOT NULL
    ) STRICT;

CREATE TABLE staff(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, level TEXT NOT NULL,
        department TEXT, post TEXT, started_on TEXT, extension TEXT
    ) STRICT;

CREATE TABLE staff_post(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, staff TEXT NOT NULL, level TEXT NOT NULL,
        from_day TEXT NOT NULL, department TEXT, post TEXT, until_day TEXT
    ) STRICT;

CREATE TABLE staff_role(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, staff TEXT NOT NULL, role TEXT NOT NULL
    ) STRICT;

CREATE TABLE standard_answer(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, question TEXT NOT NULL, words TEXT NOT NULL,
        drafted_by TEXT NOT NULL, never TEXT, keywords TEXT, area TEXT, node TEXT, department TEXT,
        approved_by TEXT, approved_at INTEGER, valid_until TEXT, withdrawn_at INTEGER, replaces TEXT
    ) STRICT;

CREATE TABLE summary_approval(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, approved_by TEXT NOT NULL,
        at INTEGER NOT NULL, content TEXT NOT NULL
    ) STRICT;

CREATE TABLE training(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, staff TEXT NOT NULL, course TEXT NOT NULL,
        on_day TEXT NOT NULL, result TEXT NOT NULL, trainer TEXT, valid_until TEXT, entered_by TEXT
    ) STRICT;

CREATE TABLE trusted_device(
        fingerprint TEXT PRIMARY KEY NOT NULL, device TEXT, name TEXT, signing_key TEXT, recipient TEXT,
        at INTEGER NOT NULL, by_staff TEXT, vouches INTEGER NOT NULL DEFAULT 0,
        removed_at INTEGER, removed_by TEXT, removed_word TEXT, heeded TEXT
    ) STRICT;

CREATE TABLE turn(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, number TEXT NOT NULL,
        arrived_at INTEGER NOT NULL, client TEXT, check_in TEXT, party INTEGER,
        direction TEXT NOT NULL, staff TEXT, place TEXT, called_at INTEGER, called_by TEXT,
        again_at INTEGER, greeted_at INTEGER, greeted_by TEXT, left_at INTEGER
    ) STRICT;

CREATE TABLE unit(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, key TEXT NOT NULL, spoken TEXT NOT NULL, phase TEXT,
        building TEXT, unit TEXT, room TEXT
    ) STRICT;

CREATE TABLE unit_delivery(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, unit TEXT NOT NULL, delivered_on TEXT NOT NULL
    ) STRICT;

CREATE TABLE waiting_edit(
        tbl TEXT NOT NULL, row_id TEXT NOT NULL, PRIMARY KEY (tbl, row_id)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE work_day(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, day TEXT NOT NULL, is_work INTEGER NOT NULL,
        department TEXT, name TEXT
    ) STRICT;

CREATE TABLE work_hours(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, weekdays TEXT NOT NULL, from_time TEXT NOT NULL,
        until_time TEXT NOT NULL, event_days INTEGER NOT NULL, department TEXT
    ) STRICT;

CREATE INDEX aside_client ON aside(client);

CREATE INDEX attachment_owner ON attachment(owner);

CREATE INDEX attachment_sha256 ON attachment(sha256);

CREATE INDEX call_item_campaign ON call_item(campaign);

CREATE INDEX call_log_extension ON call_log(extension, at);

CREATE INDEX campaign_contact_campaign ON campaign_contact(campaign, staff);

CREATE INDEX campaign_contact_client ON campaign_contact(client);

CREATE INDEX campaign_member_campaign ON campaign_member(campaign);

CREATE INDEX check_in_code ON check_in(code_hash) WHERE client IS NULL;

CREATE INDEX check_in_event ON check_in(event, client);

CREATE INDEX client_joined ON client(merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX client_name ON client(name);

CREATE INDEX client_owner_client ON client_owner(client);

CREATE INDEX client_phone ON client(phone);

CREATE INDEX client_unit_client ON client_unit(client);

CREATE INDEX client_unit_unit ON client_unit(unit);

CREATE INDEX closing_reason_event ON closing_reason(event);

CREATE INDEX common_member_common_issue ON common_member(common_issue);

CREATE INDEX common_member_concern ON common_member(concern);

CREATE INDEX concern_addition_concern ON concern_addition(concern);

CREATE INDEX concern_client ON concern(client);

CREATE INDEX concern_event ON concern(event);

CREATE INDEX concern_now_state ON concern_now(state);

CREATE INDEX concern_number ON concern(number);

CREATE INDEX concern_step_concern ON concern_step(concern);

CREATE INDEX consent_client ON consent(client);

CREATE INDEX duty_exemption_staff ON duty_exemption(staff);

CREATE INDEX event_device_event ON event_device(event);

CREATE INDEX extension_concern ON extension(concern);

CREATE INDEX form_box_form ON form_box(form);

CREATE INDEX form_client ON form(client, event);

CREATE INDEX form_event ON form(event);

CREATE INDEX form_number ON form(number);

CREATE INDEX guest_event ON guest(event);

CREATE INDEX guide_answer_reception ON guide_answer(reception);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE INDEX invitation_client ON invitation(client, event);

CREATE INDEX invitation_code ON invitation(code_hash);

CREATE INDEX invitation_spoken ON invitation(event, spoken);

CREATE INDEX invite_contact_invitation ON invite_contact(invitation);

CREATE INDEX need_ack_concern ON need_ack(concern);

CREATE INDEX observation_contact ON observation(contact);

CREATE INDEX paper_job_state ON paper_job(state);

CREATE INDEX passage_event ON passage(event, client);

CREATE INDEX print_job_object ON print_job(object);

CREATE INDEX promise_concern ON promise(concern);

CREATE INDEX reception_event ON reception(event, client);

CREATE INDEX reception_host ON reception(host, started_at);

CREATE INDEX reflection_staff ON reflection(staff);

CREATE INDEX reminder_concern ON reminder(concern);

CREATE INDEX sharing_reflection ON sharing(reflection);

CREATE INDEX sheet_print_form ON sheet_print(form);

CREATE INDEX staff_post_staff ON staff_post(staff);

CREATE INDEX staff_role_staff ON staff_role(staff);

CREATE INDEX summary_approval_event ON summary_approval(event);

CREATE INDEX training_staff ON training(staff);

CREATE INDEX turn_event ON turn(event, client);

CREATE INDEX turn_waiting ON turn(event, staff) WHERE staff IS NOT NULL AND greeted_at IS NULL AND left_at IS NULL;

CREATE INDEX unit_delivery_unit ON unit_delivery(unit);
