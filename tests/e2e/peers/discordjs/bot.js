// An ordinary discord.js bot: it knows nothing of the local Discord, and is run there by `test_peers.py`.
const {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, Client, Events, GatewayIntentBits, MessageFlags, ModalBuilder,
  SlashCommandBuilder, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle,
} = require('discord.js');

const client = new Client({
  intents: [
    GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent,
    GatewayIntentBits.GuildMessageReactions,
  ],
});

const number = (name) => (option) => option.setName(name).setDescription(name).setRequired(true);

const commands = [
  new SlashCommandBuilder().setName('add').setDescription('Add two numbers')
    .addIntegerOption(number('first')).addIntegerOption(number('second')),
  new SlashCommandBuilder().setName('colour').setDescription('Name a colour')
    .addStringOption((option) => number('name')(option).setAutocomplete(true)),
  new SlashCommandBuilder().setName('panel').setDescription('Show a button and a select'),
  new SlashCommandBuilder().setName('form').setDescription('Show a form'),
];

const panel = () => [
  new ActionRowBuilder().addComponents(
    new ButtonBuilder().setCustomId('press').setLabel('Press').setStyle(ButtonStyle.Secondary)),
  new ActionRowBuilder().addComponents(
    new StringSelectMenuBuilder().setCustomId('fruit').addOptions(
      { label: 'Apple', value: 'Apple' }, { label: 'Pear', value: 'Pear' })),
];

const form = () => new ModalBuilder().setCustomId('form').setTitle('About you').addComponents(
  new ActionRowBuilder().addComponents(
    new TextInputBuilder().setCustomId('name').setLabel('Your name').setStyle(TextInputStyle.Short)));

client.once(Events.ClientReady, async (ready) => {
  await ready.application.commands.set(commands);
  console.log('ready');
});

client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot) return;
  if (message.content === '!ping') await message.reply('pong');
  for (const attachment of message.attachments.values()) {
    const content = await (await fetch(attachment.url)).arrayBuffer();
    await message.channel.send(`${attachment.name}: ${content.byteLength} bytes`);
  }
});

client.on(Events.MessageReactionAdd, async (reaction, user) => {
  if (!user.bot) await reaction.message.react(reaction.emoji.name);
});

const answers = {
  add: (i) => {
    const [first, second] = [i.options.getInteger('first'), i.options.getInteger('second')];
    return i.reply(`${first} + ${second} = ${first + second}`);
  },
  colour: (i) => i.reply(`${i.options.getString('name')} it is`),
  panel: (i) => i.reply({ content: 'panel', components: panel() }),
  form: (i) => i.showModal(form()),
};

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond(['red', 'rose', 'green'].filter((c) => c.startsWith(typed))
      .map((c) => ({ name: c, value: c })));
  } else if (interaction.isChatInputCommand()) {
    await answers[interaction.commandName](interaction);
  } else if (interaction.isButton()) {
    await interaction.update('pressed');
  } else if (interaction.isStringSelectMenu()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(`You chose ${interaction.values[0]}`);
  } else if (interaction.isModalSubmit()) {
    await interaction.reply(`Nice to meet you, ${interaction.fields.getTextInputValue('name')}`);
  }
});

client.login(process.env.DISCORD_TOKEN);
