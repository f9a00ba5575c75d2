"""The table of what answers what about events; the turns themselves stand in the modules beside it."""

from bot.conversation import Conversation
from conversations.meet import after, aloud, answering, invited, planning, sending, showing

CONVERSATION = Conversation(
    name="meet",
    opens={
        "meet.mine": planning.show_mine,
        "meet.marked": planning.show_marked,
        "meet.plan": planning.open_plan,
        "meet.change": planning.open_change,
        "meet.cancel": sending.open_cancel,
        "meet.approve": sending.open_approve,
        "meet.who": planning.show_who,
        "meet.answer": answering.open_answer,
        "meet.feed": answering.open_feed,
        "meet.after": after.open_after,
        "meet.caught_up": after.open_caught_up,
        "meet.missed": after.open_missed,
    },
    submits={
        "meet.plan": planning.keep_plan,
        "meet.change": planning.keep_change,
        "meet.send": sending.send,
        "meet.cancel": sending.cancel,
        "meet.approve": sending.approve,
        "meet.answer": answering.keep_answer,
        "meet.feed": answering.keep_feed,
        "meet.after": after.keep_after,
        "meet.caught_up": after.add,
        "meet.missed": after.missed,
    },
    cards={
        "meet.reminder": showing.draw_reminder,
        "meet.placed": showing.draw_placed,
        "meet.changed": showing.draw_changed,
        "meet.cancelled": showing.draw_cancelled,
        "meet.approve": showing.draw_approve,
        "meet.decided": showing.draw_decided,
        "meet.place": showing.draw_place,
        "meet.yours": showing.draw_yours,
        "meet.after": showing.draw_after,
        "meet.aloud": aloud.draw_new,
        "meet.aloud_moved": aloud.draw_moved,
        "meet.aloud_off": aloud.draw_off,
    },
    dues={"meet.invites": invited.invite},
    aloud={"events": aloud.show},
    home=showing.home,
    note=showing.note,
    again={"meet.answer": answering.again_answer},
)
