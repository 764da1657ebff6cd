create table if not exists shop_order (task text primary key, state text not null);
create table if not exists invoice (task text not null);
