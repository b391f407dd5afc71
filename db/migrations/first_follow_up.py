"""The tables of the first schema behind a talk: guides, clocks, common matters, duty, training, campaigns."""

FOLLOW_UP = """
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
    CREATE INDEX guide_answer_reception ON guide_answer(reception);
    CREATE TABLE need_ack(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, concern TEXT NOT NULL, department TEXT NOT NULL,
        at INTEGER NOT NULL, staff TEXT, words TEXT, entered_by TEXT, means TEXT
    ) STRICT;
    CREATE INDEX need_ack_concern ON need_ack(concern);
    CREATE TABLE standard_answer(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, question TEXT NOT NULL, words TEXT NOT NULL,
        drafted_by TEXT NOT NULL, never TEXT, keywords TEXT, area TEXT, node TEXT, department TEXT,
        approved_by TEXT, approved_at INTEGER, valid_until TEXT, withdrawn_at INTEGER, replaces TEXT
    ) STRICT;
    CREATE TABLE extension(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, concern TEXT NOT NULL, asked_by TEXT NOT NULL,
        reason TEXT NOT NULL, new_due TEXT NOT NULL, at INTEGER NOT NULL, agreed INTEGER,
        decided_by TEXT, decided_at INTEGER, client_told_at INTEGER
    ) STRICT;
    CREATE INDEX extension_concern ON extension(concern);
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
    CREATE TABLE clock_rule(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, clock TEXT NOT NULL, amount INTEGER NOT NULL,
        unit TEXT NOT NULL, grade TEXT
    ) STRICT;
    CREATE TABLE unit_delivery(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, unit TEXT NOT NULL, delivered_on TEXT NOT NULL
    ) STRICT;
    CREATE INDEX unit_delivery_unit ON unit_delivery(unit);
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
    CREATE INDEX common_member_common_issue ON common_member(common_issue);
    CREATE INDEX common_member_concern ON common_member(concern);
    CREATE TABLE duty_rule(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, level TEXT NOT NULL, from_day TEXT NOT NULL,
        months INTEGER NOT NULL, receptions INTEGER NOT NULL, first_month INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE duty_exemption(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, staff TEXT NOT NULL, first_day TEXT NOT NULL,
        last_day TEXT NOT NULL, reason TEXT NOT NULL, level TEXT, approved_by TEXT,
        approved_at INTEGER
    ) STRICT;
    CREATE INDEX duty_exemption_staff ON duty_exemption(staff);
    CREATE TABLE staff_post(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, staff TEXT NOT NULL, level TEXT NOT NULL,
        from_day TEXT NOT NULL, department TEXT, post TEXT, until_day TEXT
    ) STRICT;
    CREATE INDEX staff_post_staff ON staff_post(staff);
    CREATE TABLE course(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, needed_for TEXT,
        valid_months INTEGER, ended_at INTEGER
    ) STRICT;
    CREATE TABLE training(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, staff TEXT NOT NULL, course TEXT NOT NULL,
        on_day TEXT NOT NULL, result TEXT NOT NULL, trainer TEXT, valid_until TEXT, entered_by TEXT
    ) STRICT;
    CREATE INDEX training_staff ON training(staff);
    CREATE TABLE reflection(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, staff TEXT NOT NULL, at INTEGER NOT NULL,
        case_words TEXT NOT NULL, lesson TEXT NOT NULL, event TEXT, reception TEXT, campaign TEXT,
        commitment TEXT, commitment_due TEXT, commitment_kept_at INTEGER, entered_by TEXT
    ) STRICT;
    CREATE INDEX reflection_staff ON reflection(staff);
    CREATE TABLE sharing(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, reflection TEXT NOT NULL, on_day TEXT NOT NULL,
        audience TEXT NOT NULL, people INTEGER, words TEXT
    ) STRICT;
    CREATE INDEX sharing_reflection ON sharing(reflection);
    CREATE TABLE campaign(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, kind TEXT NOT NULL,
        event TEXT NOT NULL, quota INTEGER NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL,
        due_days INTEGER, series TEXT, greeting TEXT, phrases TEXT, checklist TEXT, call_from TEXT,
        call_until TEXT, entry_min INTEGER, closed_at INTEGER
    ) STRICT;
    CREATE TABLE campaign_member(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, campaign TEXT NOT NULL, staff TEXT NOT NULL,
        level TEXT NOT NULL, post TEXT, coach TEXT, extension TEXT, due_on TEXT, carried INTEGER,
        shortfall_reason TEXT, untrained_reason TEXT, certified_at INTEGER
    ) STRICT;
    CREATE INDEX campaign_member_campaign ON campaign_member(campaign);
    CREATE TABLE campaign_contact(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, campaign TEXT NOT NULL, staff TEXT NOT NULL,
        direction TEXT NOT NULL, at INTEGER NOT NULL, result TEXT NOT NULL, source TEXT NOT NULL,
        client TEXT, caller TEXT, phone TEXT, order_number TEXT, extension TEXT, rings INTEGER,
        ring_s INTEGER, talk_s INTEGER, reception TEXT, coach TEXT, call_item TEXT, batch TEXT,
        voided_at INTEGER, voided_by TEXT, void_reason TEXT
    ) STRICT;
    CREATE INDEX campaign_contact_campaign ON campaign_contact(campaign, staff);
    CREATE INDEX campaign_contact_client ON campaign_contact(client);
    CREATE TABLE call_item(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, campaign TEXT NOT NULL, order_number TEXT, phone TEXT,
        caller TEXT, client TEXT, staff TEXT, asked_at INTEGER, words TEXT, batch TEXT,
        done_at INTEGER
    ) STRICT;
    CREATE INDEX call_item_campaign ON call_item(campaign);
    CREATE TABLE call_log(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, extension TEXT NOT NULL, at INTEGER NOT NULL,
        direction TEXT, ring_s INTEGER, talk_s INTEGER, result TEXT, phone TEXT, order_number TEXT,
        client TEXT, campaign TEXT, contact TEXT, batch TEXT
    ) STRICT;
    CREATE INDEX call_log_extension ON call_log(extension, at);
    CREATE TABLE observation(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, contact TEXT NOT NULL, observer TEXT NOT NULL,
        at INTEGER NOT NULL, items TEXT NOT NULL, score INTEGER NOT NULL, words TEXT
    ) STRICT;
    CREATE INDEX observation_contact ON observation(contact);
    CREATE TABLE do_not_call(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL, client TEXT, phone TEXT,
        reason TEXT, lifted_at INTEGER
    ) STRICT;
    CREATE TABLE sheet_layout(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, content TEXT NOT NULL
    ) STRICT;
    CREATE TABLE sheet_print(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, form TEXT NOT NULL, layout TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sheet_print_form ON sheet_print(form);
    CREATE TABLE form_box(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, form TEXT NOT NULL, picture TEXT NOT NULL, box TEXT NOT NULL,
        page INTEGER NOT NULL, ticked INTEGER NOT NULL, ink INTEGER NOT NULL, is_doubtful INTEGER NOT NULL,
        confirmed INTEGER
    ) STRICT;
    CREATE INDEX form_box_form ON form_box(form);
    CREATE TABLE paper_part(
        id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,
        deleted INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL, version INTEGER NOT NULL, content TEXT NOT NULL
    ) STRICT;
"""
