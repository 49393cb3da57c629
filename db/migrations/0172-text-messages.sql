-- Text messages beside e-mail: what an account chose, and a message whose fate nobody knows is never sent by itself again.
alter table outbox drop constraint outbox_channel_check;
alter table outbox
  add constraint outbox_channel_check check (channel in ('email', 'sms', 'zalo', 'app')),
  add column urgent boolean not null default false,    -- a code somebody waits for: no quiet hours
  add column in_flight boolean not null default false; -- a text message handed to its sender and not heard of since
alter table account add column message_channels text[] not null default '{email}'
  check (message_channels <@ array['email', 'sms', 'zalo']);
