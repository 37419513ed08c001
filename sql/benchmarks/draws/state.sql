select address_state as state from main.organizations where address_state is not null order by id
