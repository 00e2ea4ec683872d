-- How we show an endpoint who we are, beyond the signature. All that is secret of it is encrypted like the signing secret.
alter table webhook_endpoint
    add column auth_type   text check (auth_type in ('OAUTH2', 'MTLS')),
    add column auth_shown  text, -- JSON of what may be read again: token URL and client id, or the certificate's subject and end
    add column auth_secret bytea,
    add column auth_key_id text;
